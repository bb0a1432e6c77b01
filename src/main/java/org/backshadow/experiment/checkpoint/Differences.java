package org.backshadow.experiment.checkpoint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.backshadow.json.Json;

/** Where the header of a file and the plan of an experiment differ. */
final class Differences {
  private static final int LONGEST = 60;

  private final List<String> found = new ArrayList<>();

  /** Compares all entries but one. */
  Differences(Map<?, ?> file, Map<?, ?> plan, String except) {
    Set<Object> names = new LinkedHashSet<>(plan.keySet());
    names.addAll(file.keySet());
    names.remove(except);
    for (Object name : names) {
      Object there = file.get(name);
      Object here = plan.get(name);
      if (!Objects.equals(there, here)) {
        found.add("%s %s there, %s here".formatted(name, text(there), text(here)));
      }
    }
  }

  private static String text(Object value) {
    String text = value == null ? "nothing" : Json.write(value);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }

  @Override
  public String toString() {
    return found.isEmpty() ? "its header is written in another way" : String.join("; ", found);
  }
}
