package org.backshadow.notebook.rendering;

import java.util.Map;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.propagation.Commutation;
import org.backshadow.estimate.Rounding;
import org.backshadow.experiment.Comparison;
import org.backshadow.experiment.FamilyComparison;
import org.backshadow.experiment.ScalingResults;
import org.backshadow.experiment.fit.Growth;
import org.backshadow.experiment.paper.ChainGradient;
import org.backshadow.experiment.paper.PaperResult;
import org.backshadow.experiment.sweep.SweepResults;
import org.backshadow.gradient.BackpropRun;
import org.backshadow.gradient.Expectation;
import org.backshadow.gradient.Gradient;
import org.backshadow.gradient.GradientInterval;
import org.backshadow.gradient.GradientObservables;
import org.backshadow.gradient.MatrixEstimate;
import org.backshadow.gradient.TradeOff;
import org.backshadow.optimize.DataLoss;
import org.backshadow.optimize.Training;
import org.backshadow.outcome.Counts;
import org.backshadow.pauli.PauliSum;
import org.backshadow.resources.Cost;
import org.backshadow.resources.Ledger;
import org.backshadow.shadow.ClassicalShadow;
import org.backshadow.shadow.ShadowBound;
import org.backshadow.state.BlochVector;
import org.backshadow.state.Probabilities;
import org.backshadow.state.Sample;
import org.backshadow.tomography.JudgedHypothesis;
import org.backshadow.tomography.ShadowTomography;

/** How each value of the library shows itself; single numbers and states are text. */
final class Reports {
  private Reports() {}

  static Map<String, Object> circuit(Circuit circuit) {
    return new Report().circuit(circuit).bundle();
  }

  static Map<String, Object> commutation(Commutation commutation) {
    return new Report().commutation(commutation).table(commutation.table()).bundle();
  }

  static Map<String, Object> tradeOff(TradeOff tradeOff) {
    return new Report().line(tradeOff.toString()).table(tradeOff.table()).bundle();
  }

  static Map<String, Object> observables(GradientObservables observables) {
    return new Report().table(observables.table()).bundle();
  }

  static Map<String, Object> expectation(Expectation expectation) {
    String formula = expectation.toString().lines().findFirst().orElseThrow();
    return new Report().line(formula).circuit(expectation.circuit()).bundle();
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

  static Map<String, Object> shadow(ClassicalShadow shadow) {
    return new Report()
        .line(shadow + ", " + Rounding.count(shadow.cost().copies()) + " copies")
        .figure(shadow.plot())
        .table(shadow.table())
        .bundle();
  }

  static Map<String, Object> shadowBound(ShadowBound bound) {
    return new Report().table(bound.table()).bundle();
  }

  static Map<String, Object> chain(ChainGradient gradient) {
    return new Report().figure(gradient.plot()).table(gradient.table()).bundle();
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

  static Map<String, Object> backprop(BackpropRun run) {
    Report report = new Report();
    run.toString().lines().forEach(report::line);
    return report.table(run.comparison()).figure(run.plot()).bundle();
  }

  static Map<String, Object> shadowTomography(ShadowTomography run) {
    return new Report().line(run.toString()).table(run.table()).figure(run.plot()).bundle();
  }

  static Map<String, Object> paper(PaperResult result) {
    return new Report()
        .line(result.statement())
        .table(result.table())
        .figure(result.plot())
        .bundle();
  }

  static Map<String, Object> hypothesis(JudgedHypothesis hypothesis) {
    return new Report().table(hypothesis.table()).figure(hypothesis.plot()).bundle();
  }
}
