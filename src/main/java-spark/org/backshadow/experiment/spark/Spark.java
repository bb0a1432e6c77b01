package org.backshadow.experiment.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.backshadow.experiment.sweep.Machines;
import org.backshadow.experiment.sweep.Tasks;

/**
 * Runs the trials of a sweep as tasks of Apache Spark, one a trial, with the rows of a local run
 * bit for bit. A run starts Spark and ends it; a second one at the same time waits, for a process
 * has one Spark. Immutable.
 *
 * <p>A task that fails or whose executor is lost runs again, up to {@value #ATTEMPTS} times; its
 * seed is the same each time, and a trial gives one row however often it ran. The checkpoint and
 * the progress stay in this process.
 *
 * <p>What the trial holds is sent by Java's serialization, so it holds values such as numbers and
 * makes circuits itself, from its point. In a notebook, {@code BACKSHADOW_SPARK=1 ./backshadow lab}
 * starts the kernel with Spark and the {@code --add-opens} options that it needs.
 */
public final class Spark implements Machines {
  static final int ATTEMPTS = 4;

  private final String master;
  private final Map<String, String> settings;

  private Spark(String master, Map<String, String> settings) {
    this.master = master;
    this.settings = settings;
  }

  /** Spark inside this process, with so many tasks at once. */
  public static Spark local(int cores) {
    if (cores < 1) {
      throw new IllegalArgumentException("Spark.local: %d cores; at least 1".formatted(cores));
    }
    return new Spark("local[%d,%d]".formatted(cores, ATTEMPTS), Map.of());
  }

  /**
   * A cluster. Executors get this process's class path, so its files stand on every machine under
   * the same paths; otherwise name jars, as in {@code .with("spark.jars", "/a/trials.jar")}.
   *
   * @param url of its master, such as {@code spark://host:7077}
   */
  public static Spark master(String url) {
    if (!url.matches("(spark://[^,/:]+:\\d+(,[^,/:]+:\\d+)*)|yarn|k8s://.+")) {
      throw new IllegalArgumentException(
          "Spark.master: \"%s\"; use spark://host:7077, k8s://… or yarn, or Spark.local(2)"
              .formatted(url));
    }
    return new Spark(
        url, Map.of("spark.executor.extraClassPath", System.getProperty("java.class.path")));
  }

  /** A setting of Spark, as in {@code .with("spark.executor.memory", "2g")}. */
  public Spark with(String key, String value) {
    if (!key.startsWith("spark.")) {
      throw new IllegalArgumentException(
          "Spark: no setting \"%s\"; they begin with spark.".formatted(key));
    }
    var more = new LinkedHashMap<>(settings);
    more.put(key, value);
    return new Spark(master, Map.copyOf(more));
  }

  /**
   * What Spark costs here, by running it twice with trials that do nothing: from which length of a
   * trial it pays, see {@link SparkCost#table}. On a cluster this takes as long as two starts.
   * Never the same twice.
   */
  public SparkCost cost() {
    return CostMeter.measure(this);
  }

  @Override
  public <P extends Record> boolean run(Tasks<P> tasks) {
    return run(tasks, () -> {});
  }

  /** Runs the trials; {@code arrived} is called in this thread for each result. */
  <P extends Record> boolean run(Tasks<P> tasks, Runnable arrived) {
    requireOpenModules();
    var function = new RunTrial<P>(tasks.trial(), tasks.pointType());
    Travel.require(function, this, isLocal() || settings.containsKey("spark.jars"));
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // Classes typed in a cell are seen by tasks in this process through the loader that has them.
    thread.setContextClassLoader(function.loader());
    try (var context = OneContext.open(configuration())) {
      boolean complete = new SparkRun<>(context.spark(), tasks, function, arrived).run();
      if (!complete) {
        context.closeLater();
      }
      return complete;
    } catch (InterruptedException e) {
      return false;
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  boolean isLocal() {
    return master.startsWith("local");
  }

  private SparkConf configuration() {
    var configuration =
        new SparkConf()
            .setMaster(master)
            .setAppName("Backshadow sweep")
            .set("spark.ui.enabled", "false")
            .set("spark.task.maxFailures", Integer.toString(ATTEMPTS));
    settings.forEach(configuration::set);
    return configuration;
  }

  private static void requireOpenModules() {
    Module base = Object.class.getModule();
    if (!base.isOpen("sun.nio.ch", SparkContext.class.getModule())) {
      throw new IllegalStateException(
          "Spark needs a JVM started with --add-opens=java.base/sun.nio.ch=ALL-UNNAMED and its"
              + " other options; BACKSHADOW_SPARK=1 ./backshadow lab starts the kernel so, elsewhere"
              + " set JAVA_TOOL_OPTIONS. All of them: "
              + org.apache.spark.launcher.JavaModuleOptions.defaultModuleOptions());
    }
  }

  @Override
  public String toString() {
    return "Spark on " + master;
  }
}
