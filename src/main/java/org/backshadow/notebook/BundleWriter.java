package org.backshadow.notebook;

import java.lang.reflect.Method;
import java.util.Map;
import org.backshadow.notebook.rendering.Rendering;

/**
 * Writes a MIME bundle into a kernel's own {@code DisplayData}; all families name its parts alike.
 */
final class BundleWriter {
  private final Method putData;
  private final Method putMetadata;

  BundleWriter(Class<?> displayData) throws ReflectiveOperationException {
    putData = displayData.getMethod("putData", String.class, Object.class);
    putMetadata = displayData.getMethod("putMetaData", String.class, Object.class);
  }

  void write(Map<String, Object> bundle, Object displayData) throws ReflectiveOperationException {
    for (var entry : bundle.entrySet()) {
      if (!entry.getKey().equals(Rendering.METADATA)) {
        putData.invoke(displayData, entry.getKey(), entry.getValue());
      } else if (entry.getValue() instanceof Map<?, ?> metadata) {
        for (var item : metadata.entrySet()) {
          putMetadata.invoke(displayData, item.getKey(), item.getValue());
        }
      }
    }
  }
}
