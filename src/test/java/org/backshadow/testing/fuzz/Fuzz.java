package org.backshadow.testing.fuzz;

import java.util.Locale;

/**
 * The entry of the fuzzer Jazzer, see the profile {@code fuzz} of the pom: {@code mvn -Pfuzz
 * test-compile exec:exec -Dreader=qasm -Dseconds=300}.
 */
public final class Fuzz {
  private static final Reader READER =
      Reader.valueOf(System.getProperty("reader", "qasm").toUpperCase(Locale.ROOT));

  private Fuzz() {}

  /** Called by the fuzzer, again and again; what it throws is a finding. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    READER.takes(bytes);
  }
}
