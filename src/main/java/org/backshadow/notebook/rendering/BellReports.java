package org.backshadow.notebook.rendering;

import java.util.Map;
import org.backshadow.experiment.paper.separation.CopiesNeeded;
import org.backshadow.shadow.bell.BellOutcomes;
import org.backshadow.shadow.bell.BellSampling;
import org.backshadow.shadow.bell.PauliSquares;
import org.backshadow.shadow.bell.SignedBellSampling;
import org.backshadow.shadow.bell.SignedStrings;
import org.backshadow.shadow.bell.VotedSigns;

/** How Bell measurements show themselves: outcomes and squares as maps, signs as decisions. */
final class BellReports {
  /** Beyond this the cells of a map are smaller than can be seen. */
  private static final int MOST_QUBITS = 6;

  private BellReports() {}

  static Map<String, Object> pairs(BellSampling pairs) {
    return outcomes(new Report().line(pairs.toString()), pairs.outcomes()).bundle();
  }

  static Map<String, Object> outcomes(BellOutcomes outcomes) {
    return outcomes(new Report(), outcomes).bundle();
  }

  private static Report outcomes(Report report, BellOutcomes outcomes) {
    if (outcomes.qubits() <= MOST_QUBITS) {
      report.heatMap(
          new HeatMapPicture(
              outcomes.toString(), "a: where the copies differ", "b: phase", outcomes.matrix()));
    }
    return report.table(outcomes.table());
  }

  static Map<String, Object> squares(PauliSquares squares) {
    var report = new Report().line("magnitudes only: two equal copies say nothing about signs");
    if (squares.qubits() <= MOST_QUBITS) {
      report.heatMap(
          new HeatMapPicture(
              "tr(P rho)^2 of all Pauli strings",
              "z: letters Z and Y",
              "x: letters X and Y",
              squares.matrix()));
    }
    return report.figure(squares.plot()).bundle();
  }

  static Map<String, Object> signed(SignedBellSampling signed) {
    return signs(
            new Report().line(signed.guarantee()).line(signed.cost().toString()), signed.signs())
        .bundle();
  }

  static Map<String, Object> signs(SignedStrings signs) {
    return signs(new Report(), signs).bundle();
  }

  private static Report signs(Report report, SignedStrings signs) {
    return report.table(signs.table()).figure(signs.plot());
  }

  static Map<String, Object> votes(VotedSigns votes) {
    return new Report().line(votes.toString()).table(votes.table()).figure(votes.plot()).bundle();
  }

  static Map<String, Object> copies(CopiesNeeded copies) {
    return new Report().figure(copies.plot()).table(copies.fits()).bundle();
  }
}
