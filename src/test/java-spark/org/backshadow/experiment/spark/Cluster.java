package org.backshadow.experiment.spark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;

/** A standalone cluster on this machine: one master and workers, each a process of its own. */
final class Cluster implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private final Path folder;
  private final int port;
  private final List<Process> processes = new ArrayList<>();

  Cluster(Path folder, int workers) throws Exception {
    this.folder = folder;
    // A worker builds the command of an executor from here; the class path comes with the job.
    Files.createDirectories(folder.resolve("home").resolve("jars"));
    port = freePort();
    start("master", "org.apache.spark.deploy.master.Master", "--port", Integer.toString(port));
    awaitMaster();
    for (int k = 0; k < workers; k++) {
      start(
          "worker" + k,
          "org.apache.spark.deploy.worker.Worker",
          "--cores",
          "1",
          "--memory",
          "1g",
          "--work-dir",
          folder.resolve("work" + k).toString(),
          url());
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Workers and drivers give up on a master that is not there within a minute. */
  private void awaitMaster() throws Exception {
    while (processes.get(0).isAlive()) {
      try {
        new Socket(HOST, port).close();
        return;
      } catch (ConnectException e) {
        Thread.sleep(100);
      }
    }
    throw new IOException(
        "the master ended:\n" + Files.readString(folder.resolve("master.log"), UTF_8));
  }

  private void start(String name, String main, String... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx256m");
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main, "--host", HOST));
    command.addAll(List.of("--webui-port", "0"));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", HOST);
    builder.redirectErrorStream(true).redirectOutput(folder.resolve(name + ".log").toFile());
    processes.add(builder.start());
  }

  String url() {
    return "spark://" + HOST + ":" + port;
  }

  Spark spark() {
    return Spark.master(url())
        .with("spark.driver.host", HOST)
        .with("spark.driver.bindAddress", HOST)
        .with("spark.executor.memory", "512m")
        // The job begins when both workers are there.
        .with("spark.scheduler.minRegisteredResourcesRatio", "1.0")
        .with("spark.cores.max", "2")
        .with("spark.scheduler.maxRegisteredResourcesWaitingTime", "600s");
  }

  /**
   * Kills a worker and its executor with no time to tidy up; returns when both are gone.
   *
   * @return the number of the executor's process
   */
  long killWorker(int k) {
    Process worker = processes.get(k + 1);
    ProcessHandle executor = worker.children().findFirst().orElseThrow();
    worker.destroyForcibly();
    executor.destroyForcibly();
    executor.onExit().join();
    return executor.pid();
  }

  @Override
  public void close() {
    for (Process process : processes) {
      process.destroyForcibly().onExit().join();
    }
  }
}
