package org.backshadow.notebook;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where displays stand whose cell has ended. A kernel on Spencer Park's base takes its outputs away
 * from a cell as soon as it is interrupted, before the work in it could say how far it came; the
 * page would still take that. So each display keeps the way that its messages took.
 */
final class EndedCells {
  /** More than a notebook has at work at one time. */
  private static final int KEPT = 64;

  private final Class<?> update;
  private final Class<?> content;
  private final Class<?> displayData;
  private final Map<String, Object> environments = new LinkedHashMap<>();

  /**
   * For a kernel.
   *
   * @param messages its package of messages
   */
  EndedCells(String messages, Class<?> displayData) throws ClassNotFoundException {
    this.displayData = displayData;
    update = Reflection.require(messages + ".publish.PublishUpdateDisplayData");
    content = Reflection.require(messages + ".ContentType");
  }

  /** Notes where a display stands, while its cell is at work. */
  synchronized void note(String id, Object stream) throws IllegalAccessException {
    Object environment = environment(stream);
    if (environment != null) {
      environments.put(id, environment);
      if (environments.size() > KEPT) {
        environments.remove(environments.keySet().iterator().next());
      }
    }
  }

  /** Updates a display of a cell that has ended; false if its cell is the one at work. */
  boolean update(String id, Object stream, Object data) throws ReflectiveOperationException {
    Object environment;
    synchronized (this) {
      environment = environments.get(id);
    }
    if (environment == null || environment == environment(stream)) {
      return false;
    }
    displayData.getMethod("setDisplayId", String.class).invoke(data, id);
    Object message = update.getConstructor(displayData).newInstance(data);
    environment.getClass().getMethod("publish", content).invoke(environment, message);
    return true;
  }

  /** The way of the messages of the cell at work; null if there is none, or the kernel hides it. */
  private static @Nullable Object environment(Object stream) throws IllegalAccessException {
    try {
      Field field = stream.getClass().getDeclaredField("env");
      field.setAccessible(true);
      return field.get(stream);
    } catch (NoSuchFieldException e) {
      return null;
    }
  }
}
