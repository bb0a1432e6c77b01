package org.backshadow.experiment.spark;

import java.io.NotSerializableException;
import java.nio.ByteBuffer;
import org.apache.spark.SparkConf;
import org.apache.spark.serializer.JavaSerializer;
import scala.reflect.ClassTag$;

/** Whether a trial can be sent to other machines, and how many bytes it then is. */
final class Travel {
  private Travel() {}

  /**
   * Refuses a trial that cannot be sent.
   *
   * @param sent whether classes that are not on the class path are where the tasks run
   * @throws IllegalArgumentException with what to do
   */
  static void require(RunTrial<?> trial, Spark where, boolean sent) {
    if (!where.isLocal() && trial.isTyped()) {
      throw new IllegalArgumentException(
          ("%s: the trial or its point is typed in a cell, and the executors do not have its class;"
                  + " put it in a jar, or run .on(Spark.local(2))")
              .formatted(where));
    }
    if (!sent && !trial.isOnClassPath()) {
      throw new IllegalArgumentException(
          ("%s: the trial or its point was loaded by this process alone, and the executors do not"
                  + " have its class; send its jar: .with(\"spark.jars\", \"/a/trials.jar\")")
              .formatted(where));
    }
    bytes(trial);
  }

  /**
   * The size of a value as it is sent.
   *
   * @throws IllegalArgumentException if it holds something that cannot be sent
   */
  static int bytes(Object value) {
    try {
      ByteBuffer sent =
          new JavaSerializer(new SparkConf(false))
              .newInstance()
              .serialize(value, ClassTag$.MODULE$.apply(value.getClass()));
      return sent.remaining();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      // Scala throws it unchecked.
      if (e instanceof NotSerializableException) {
        String first = String.valueOf(e.getMessage()).lines().findFirst().orElse("").strip();
        throw new IllegalArgumentException(
            ("Spark: the trial holds a value of %s, which cannot be sent; make it inside the trial"
                    + " from the point, or hold numbers, strings and lists of them")
                .formatted(first),
            e);
      }
      throw new IllegalStateException("Spark: the trial cannot be sent: " + e, e);
    }
  }
}
