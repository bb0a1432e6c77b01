package org.backshadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.backshadow.testing.Promise;
import org.backshadow.testing.Promises;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** The page of promises: the tests that it names are there, and it says what the registry says. */
class ReliabilityTest {
  @Test
  void the_page_has_the_table_of_the_promises() throws IOException {
    String page = Files.readString(Path.of("RELIABILITY.md"));

    assertThat(page).as("put this there:%n%s%n", Promises.table()).contains(Promises.table());
  }

  @Test
  void promises_are_counted_from_one() {
    assertThat(Promises.all().stream().map(Promise::number))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 28).boxed().toList());
  }

  @TestFactory
  java.util.stream.Stream<DynamicTest> the_tests_of_a_promise_are_there() {
    return Promises.all().stream()
        .map(p -> DynamicTest.dynamicTest(p.number() + " " + p.statement(), () -> check(p)));
  }

  private static void check(Promise promise) throws ClassNotFoundException {
    boolean every = promise.proof().startsWith("`./backshadow test`");
    for (String test : promise.tests()) {
      String[] parts = test.split("#");
      Class<?> type = Class.forName("org.backshadow." + parts[0]);
      Method method =
          Arrays.stream(type.getDeclaredMethods())
              .filter(m -> m.getName().equals(parts[1]))
              .findFirst()
              .orElseThrow(() -> new AssertionError("there is no test " + test));
      assertThat(AnnotationSupport.isAnnotated(method, Testable.class)).as(test).isTrue();
      every |=
          !AnnotationSupport.isAnnotated(method, Tag.class)
              && !AnnotationSupport.isAnnotated(type, Tag.class);
    }
    boolean said = promise.when() == Promise.When.EVERY || promise.when() == Promise.When.BOTH;
    assertThat(every).as("a test of promise %d in every build", promise.number()).isEqualTo(said);
  }
}
