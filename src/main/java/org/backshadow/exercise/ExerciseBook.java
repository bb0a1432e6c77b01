package org.backshadow.exercise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All exercises by id, chapter after chapter. */
final class ExerciseBook {
  private ExerciseBook() {}

  /**
   * All exercises; their answers are worked out now.
   *
   * @throws IllegalStateException if two have the same id
   */
  static Map<String, Exercise<?>> read() {
    var all = new LinkedHashMap<String, Exercise<?>>();
    Stream.of(
            Chapter00.exercises(),
            Chapter01.exercises(),
            Chapter02.exercises(),
            Chapter03.exercises(),
            Chapter04.exercises(),
            Chapter05.exercises(),
            Chapter06.exercises(),
            Chapter07.exercises(),
            Chapter08.exercises(),
            Chapter09.exercises(),
            Chapter10.exercises(),
            Chapter11.exercises(),
            Chapter12.exercises(),
            Chapter13.exercises(),
            Chapter14.exercises(),
            Chapter15.exercises(),
            Chapter16.exercises())
        .flatMap(List::stream)
        .forEach(
            exercise -> {
              if (all.put(exercise.id(), exercise) != null) {
                throw new IllegalStateException("two exercises " + exercise.id());
              }
            });
    return all;
  }
}
