package org.backshadow.state.engine;

/**
 * The incubator module of vectors, which a JVM has if it was started with {@code --add-modules
 * jdk.incubator.vector}. What is compiled against it is looked up by name, since the module may be
 * absent.
 */
public final class VectorModule {
  private static final String NAME = "jdk.incubator.vector";

  private VectorModule() {}

  /**
   * What the class of this name makes of its kind, or the plain one if there is no module or if the
   * processor's vectors do not suit it.
   *
   * @param onVectors the name of a class whose constructor takes nothing
   */
  public static <T> T orPlain(Class<T> kind, String onVectors, T plain) {
    if (ModuleLayer.boot().findModule(NAME).isEmpty()) {
      return plain;
    }
    try {
      var constructor = Class.forName(onVectors).getDeclaredConstructor();
      constructor.setAccessible(true);
      return kind.cast(constructor.newInstance());
    } catch (ReflectiveOperationException | LinkageError unsuitable) {
      return plain;
    }
  }
}
