package org.backshadow.optimize;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.backshadow.circuit.PartialBinding;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.LossTerm;
import org.backshadow.gradient.Objective;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Once;
import org.backshadow.resources.RandomStream;
import org.backshadow.resources.Seed;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * The mean squared error of a model over the rows of a table: some of the model's parameters are
 * data, set by columns row for row, and the others are trained.
 *
 * <p><b>Formula</b>: {@code L(w) = mean over rows of (F(x_row, w) - y_row)^2} with the label y of
 * +1 or -1. From shots the gradient is {@code mean 2 (F - y) dF/dw} with F and dF/dw from copies of
 * their own, so that it has no bias where the gradient method has none; the measured loss is
 * corrected for that of the square, see {@link LossTerm#loss(org.backshadow.estimate.Estimate)}.
 *
 * <p>A plan: immutable, every call gives a new one. {@link #value}, {@link #accuracy} and {@link
 * #predictions} are exact.
 *
 * <pre>{@code
 * var circuit = circuit(2).ry(0, param("x0")).ry(1, param("x1")).ry(1, param("w")).cx(0, 1);
 * String[] petals = {"petal_length", "petal_width"};
 * var flowers = Datasets.angles(Datasets.iris(), 0, Math.PI, petals).first(100);
 * var loss = loss(expectation(circuit, pauliSum("ZI")), flowers);
 * loss.features("x", petals).label("label", 0, 1).accuracy(0.1) // 0.89
 * }</pre>
 */
public final class DataLoss implements Batched {
  private final Expectation model;
  private final Table table;
  private final Map<String, String> features;
  private final Target target;
  private final int batch;
  private final Once<List<LossTerm>> terms;

  private DataLoss(
      Expectation model, Table table, Map<String, String> features, Target target, int batch) {
    this.model = model;
    this.table = table;
    this.features = features;
    this.target = target;
    this.batch = batch;
    this.terms = Once.of(this::rows);
  }

  /**
   * The loss of a model over a table, which is copied. Columns of numbers that are called like a
   * parameter of the model are its data; name others by {@link #features}. A {@link #label} or a
   * {@link #target} has to follow.
   */
  public static DataLoss of(Expectation model, Table table) {
    if (table.rowCount() == 0) {
      throw new IllegalArgumentException("loss: the table has no rows");
    }
    var features = new LinkedHashMap<String, String>();
    for (String name : model.parameters()) {
      if (Target.hasNumbers(table, name)) {
        features.put(name, name);
      }
    }
    return new DataLoss(model, table.copy(), features, Target.NONE, 0);
  }

  /** A parameter whose value, in radians, is a column's. */
  public DataLoss feature(String parameter, String column) {
    requireNonNull(parameter, "parameter");
    requireNonNull(column, "column");
    if (!model.parameters().contains(parameter)) {
      throw new IllegalArgumentException(
          "loss: the model has no parameter %.80s; it has %s"
              .formatted(parameter, String.join(", ", model.parameters())));
    }
    Target.numbers(table, column);
    var more = new LinkedHashMap<>(features);
    more.put(parameter, column);
    return new DataLoss(model, table, more, target, batch);
  }

  /** The parameters {@code name0}, {@code name1}, ... get their values from these columns. */
  public DataLoss features(String name, String... columns) {
    requireNonNull(name, "name");
    requireNonNull(columns, "columns");
    DataLoss all = this;
    for (int k = 0; k < columns.length; k++) {
      all = all.feature(name + k, columns[k]);
    }
    return all;
  }

  /**
   * Two classes: the target is +1 where the column has the first value and -1 where it has the
   * second.
   *
   * @throws IllegalArgumentException if a row has neither
   */
  public DataLoss label(String column, Object plus, Object minus) {
    requireNonNull(column, "column");
    requireNonNull(plus, "plus");
    requireNonNull(minus, "minus");
    return new DataLoss(model, table, features, Target.label(table, column, plus, minus), batch);
  }

  /** A column of numbers as the target. */
  public DataLoss target(String column) {
    requireNonNull(column, "column");
    return new DataLoss(model, table, features, Target.regression(table, column), batch);
  }

  /** Each step of a minimization sees so many rows only, drawn by its seed without repetition. */
  public DataLoss batch(int rows) {
    if (rows < 1 || rows > table.rowCount()) {
      throw new IllegalArgumentException(
          "loss: a batch of %d rows; the table has %d (valid: 1..%d)"
              .formatted(rows, table.rowCount(), table.rowCount()));
    }
    return new DataLoss(model, table, features, target, rows);
  }

  /** The names of the parameters that are trained, in the order of every {@code w}. */
  @Override
  public List<String> parameters() {
    return model.parameters().stream().filter(name -> !features.containsKey(name)).toList();
  }

  /** The rows' terms, in the order of the table. */
  @Override
  public List<LossTerm> terms() {
    return terms.get();
  }

  private List<LossTerm> rows() {
    if (features.isEmpty()) {
      throw new IllegalArgumentException(
          "loss: no parameter is set by data; say which: .feature(\"%s\", \"%s\")"
              .formatted(
                  model.parameters().isEmpty() ? "x0" : model.parameters().get(0),
                  table.column(0).name()));
    }
    List<String> trained = parameters();
    double[] targets = target.requireSet().values();
    Map<String, double[]> data = new LinkedHashMap<>();
    features.forEach((name, column) -> data.put(name, Target.numbers(table, column)));
    var rows = new ArrayList<LossTerm>();
    for (int row = 0; row < targets.length; row++) {
      var values = new LinkedHashMap<String, Double>();
      for (Map.Entry<String, double[]> feature : data.entrySet()) {
        values.put(feature.getKey(), feature.getValue()[row]);
      }
      var here = Expectation.of(PartialBinding.of(model.circuit(), values), model.observable());
      rows.add(LossTerm.squaredDistance(here, targets[row], trained));
    }
    return List.copyOf(rows);
  }

  @Override
  public List<LossTerm> batch(Seed seed) {
    if (batch == 0) {
      return terms();
    }
    int[] rows = IntStream.range(0, table.rowCount()).toArray();
    RandomStream random = seed.random();
    for (int k = 0; k < batch; k++) {
      int other = k + random.nextInt(rows.length - k);
      int drawn = rows[other];
      rows[other] = rows[k];
      rows[k] = drawn;
    }
    return Arrays.stream(rows, 0, batch).sorted().mapToObj(terms()::get).toList();
  }

  @Override
  public boolean hasBatches() {
    return batch > 0;
  }

  /** The exact loss over all rows. */
  public double value(double... w) {
    requireNonNull(w, "w");
    return new ExactLoss(terms(), Ledger.unlimited(), processors())
        .value(Objective.requirePoint(this, w));
  }

  /** The fraction of rows whose exact value has the sign of their label. */
  public double accuracy(double... w) {
    requireNonNull(w, "w");
    double[] values = values(w);
    double[] targets = target.requireLabel().values();
    long right =
        IntStream.range(0, values.length)
            .filter(row -> Math.signum(values[row]) == targets[row])
            .count();
    return (double) right / values.length;
  }

  /** The table with the exact value of each row, and for classes the one that its sign says. */
  public Table predictions(double... w) {
    requireNonNull(w, "w");
    double[] values = values(w);
    Table all = table.copy();
    all.addColumns(DoubleColumn.create("F (exact)", values));
    if (target.isLabel()) {
      all.addColumns(
          StringColumn.create(
              "predicted", Arrays.stream(values).mapToObj(target::name).toArray(String[]::new)));
    }
    return all;
  }

  private double[] values(double[] w) {
    return new ExactLoss(terms(), Ledger.unlimited(), processors())
        .values(Objective.requirePoint(this, w));
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** The model whose parameters these are. */
  public Expectation model() {
    return model;
  }

  /** In one line: {@code L = mean (F - y)^2 over 100 rows; data: x0 = sepal_length, ...}. */
  @Override
  public String toString() {
    var data = features.entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).toList();
    return "L = mean (F - y)^2 over %d rows%s; y: %s; data: %s; %d trained parameters"
        .formatted(
            table.rowCount(),
            batch == 0 ? "" : ", " + batch + " a step",
            target,
            String.join(", ", data),
            parameters().size());
  }
}
