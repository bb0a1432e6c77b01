package org.backshadow.optimize;

import java.util.List;
import org.backshadow.gradient.ExactGradient;
import org.backshadow.gradient.LossTerm;
import org.backshadow.gradient.Model;
import org.backshadow.resources.Ledger;
import org.backshadow.resources.Parallel;
import org.backshadow.state.Simulator;
import org.ejml.simple.SimpleMatrix;

/**
 * A loss by simulation. The terms are worked on in parallel and summed in their order, so that the
 * result has the same bits for every number of threads.
 */
record ExactLoss(List<LossTerm> terms, Simulator simulator, int threads) {
  ExactLoss(List<LossTerm> terms, Ledger ledger, int threads) {
    this(terms, new Simulator(ledger), threads);
  }

  double value(double[] theta) {
    double[] values = values(theta);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += terms.get(i).loss(values[i]);
    }
    return sum / values.length;
  }

  /** The values of the terms' models. */
  double[] values(double[] theta) {
    return Parallel.map(terms.size(), threads, i -> valueOf(i, theta)).stream()
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private double valueOf(int term, double[] theta) {
    Model model = terms.get(term).at(theta).model();
    return simulator.expectation(model.bound(), model.observable());
  }

  double[] gradient(double[] theta, ExactGradient method) {
    double[] gradient = new double[theta.length];
    List<double[]> slopes = Parallel.map(terms.size(), threads, i -> slope(i, theta, method));
    for (double[] slope : slopes) {
      for (int k = 0; k < gradient.length; k++) {
        gradient[k] += slope[k];
      }
    }
    return gradient;
  }

  /** The share of one term in the gradient. */
  private double[] slope(int i, double[] theta, ExactGradient method) {
    LossTerm term = terms.get(i);
    double outer = term.slope(term.needsValue() ? valueOf(i, theta) : 0);
    double[] share = new double[theta.length];
    term.add(outer / terms.size(), method.differentiate(term.at(theta).model(), simulator), share);
    return share;
  }

  /** The mean of the terms' metric tensors. */
  SimpleMatrix metric(double[] theta) {
    var mean = new SimpleMatrix(theta.length, theta.length);
    List<SimpleMatrix> metrics =
        Parallel.map(terms.size(), threads, i -> terms.get(i).at(theta).metricTensor());
    for (int i = 0; i < terms.size(); i++) {
      terms.get(i).add(1.0 / terms.size(), metrics.get(i), mean);
    }
    return mean;
  }
}
