package org.backshadow.notebook;

import java.util.Map;
import org.backshadow.circuit.Circuit;
import org.backshadow.experiment.Comparison;
import org.backshadow.experiment.FamilyComparison;
import org.backshadow.experiment.ScalingResults;
import org.backshadow.experiment.fit.Growth;
import org.backshadow.experiment.sweep.SweepResults;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.Gradient;
import org.backshadow.gradient.GradientInterval;
import org.backshadow.gradient.MatrixEstimate;
import org.backshadow.optimize.DataLoss;
import org.backshadow.optimize.Training;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.state.BlochVector;
import org.backshadow.state.Probabilities;
import org.backshadow.state.Sample;

/** How each value of the library shows itself; single numbers and states are text. */
final class Reports {
  private Reports() {}

  static Map<String, Object> circuit(Circuit circuit) {
    return new Report().circuit(circuit).bundle();
  }

  static Map<String, Object> expectation(Expectation expectation) {
    return new Report().line(expectation.text()).circuit(expectation.circuit()).bundle();
  }

  static Map<String, Object> pauliSum(PauliSum sum) {
    return new Report().table(sum.table()).bundle();
  }

  static Map<String, Object> probabilities(Probabilities probabilities) {
    return new Report().figure(probabilities.plot()).table(probabilities.table()).bundle();
  }

  static Map<String, Object> blochVector(BlochVector vector) {
    return new Report()
        .picture(BlochPicture.alt(vector), BlochPicture.svg(vector), vector.toString())
        .bundle();
  }

  static Map<String, Object> counts(Counts counts) {
    return new Report().figure(counts.plot()).table(counts.table()).bundle();
  }

  static Map<String, Object> sample(Sample sample) {
    return counts(sample.counts());
  }

  static Map<String, Object> gradient(Gradient gradient) {
    return new Report()
        .line(gradient.note())
        .table(gradient.table())
        .figure(gradient.plot())
        .bundle();
  }

  static Map<String, Object> interval(GradientInterval interval) {
    return new Report().table(interval.table()).bundle();
  }

  static Map<String, Object> matrix(MatrixEstimate estimate) {
    return new Report().table(estimate.table()).bundle();
  }

  static Map<String, Object> cost(Cost cost) {
    return new Report().table(cost.table()).bundle();
  }

  static Map<String, Object> ledger(Ledger ledger) {
    return cost(ledger.cost());
  }

  static Map<String, Object> comparison(Comparison comparison) {
    return new Report().table(comparison.table()).figure(comparison.plot()).bundle();
  }

  static Map<String, Object> family(FamilyComparison comparison) {
    return new Report().figure(comparison.plot()).table(comparison.table()).bundle();
  }

  static Map<String, Object> scaling(ScalingResults results) {
    return new Report().figure(results.plot()).table(results.fits()).bundle();
  }

  static Map<String, Object> sweep(SweepResults results) {
    Report report = new Report().line(results.note());
    return (results.isPlottable() ? report.figure(results.plot()) : report)
        .table(results.summary())
        .bundle();
  }

  static Map<String, Object> growth(Growth growth) {
    return new Report().line(growth.verdict()).figure(growth.plot()).table(growth.table()).bundle();
  }

  static Map<String, Object> training(Training training) {
    Report report = new Report().line(training.toString()).figure(training.plot());
    return (training.cost().copies() == 0 ? report : report.figure(training.plotByCopies()))
        .bundle();
  }

  static Map<String, Object> dataLoss(DataLoss loss) {
    return new Report().line(loss.toString()).circuit(loss.model().circuit()).bundle();
  }
}
