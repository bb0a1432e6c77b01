package org.backshadow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every jar that comes with us, directly or not, is known: the build lists them, we hold them. */
class DependencyListTest {
  /** group:artifact:jar:version:scope, as Maven lists it. */
  private static final Pattern LISTED =
      Pattern.compile("(?m)^\\s+([\\w.-]+:[\\w.-]+:jar:(?:[\\w.-]+:)?[\\w.-]+:\\w+)");

  @Test
  void jarsAreExactlyTheKnownOnes() throws IOException {
    assumeFalse(sparkIsHere(), "the profile spark brings jars of its own");
    List<String> known;
    try (var in = DependencyListTest.class.getResourceAsStream("dependencies.txt")) {
      known = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
    List<String> resolved =
        LISTED
            .matcher(Files.readString(Path.of("target/dependencies.txt")))
            .results()
            .map((MatchResult found) -> found.group(1))
            .sorted()
            .toList();
    assertThat(resolved).isNotEmpty().isEqualTo(known);
  }

  private static boolean sparkIsHere() {
    try {
      Class.forName("org.apache.spark.SparkConf", false, DependencyListTest.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }
}
