package org.backshadow.measure.coherent;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How far checks have moved a batch from undisturbed copies, as trace distances: the referee's
 * view, which no device could show and no learner uses.
 *
 * <p>With c and s of each passed check on the <i>undisturbed</i> batch ({@link
 * GentleCheck.Passage}), {@code K_k psi = c_k psi + d_k} with {@code ||d_k|| = s_k}. Telescoping
 * gives {@code ||K_k .. K_1 psi - c_1 .. c_k psi|| <= e} for {@code e = s_1 + c_1 s_2 + c_1 c_2 s_3
 * + ..}, since all {@code ||K|| <= 1}. A vector within e of {@code c_1 .. c_k psi} has an angle to
 * psi with sine at most {@code e / (c_1 .. c_k)}, which is the proven trace distance. No constant
 * is left out and nothing is estimated; at 1 or more it proves nothing.
 *
 * <pre>{@code
 * Copies door = new SimulatedCopies(Ledger.unlimited(), new Seed(7));
 * CoherentBatch batch = door.prepare(circuit(1).ry(0, 0.7)).batch(2000, BackAction.BOUNDED);
 * batch.alarms(PauliString.of("Z"), 1, new GentleCheck(2000, 1900, 20));
 * Disturbance moved = batch.disturbance();
 * moved.isProven() // true
 * }</pre>
 *
 * @param proven the bound; infinite where nothing is left to divide by
 * @param real the true distance, where the batch is simulated exactly
 */
public record Disturbance(double proven, OptionalDouble real) {
  /** A fresh batch. */
  public static final Disturbance NONE = new Disturbance(0, OptionalDouble.empty());

  /** True if the bound proves anything. */
  public boolean isProven() {
    return proven < 1;
  }

  /** The larger of two, each number by itself. */
  public Disturbance worse(Disturbance other) {
    return new Disturbance(
        Math.max(proven, other.proven),
        real.isPresent() && other.real.isPresent()
            ? OptionalDouble.of(Math.max(real.getAsDouble(), other.real.getAsDouble()))
            : real.isPresent() ? real : other.real);
  }

  @Override
  public String toString() {
    return (isProven()
            ? String.format(Locale.ROOT, "at most %.3g (proven)", proven)
            : String.format(Locale.ROOT, "unproven (the bound is %.3g)", proven))
        + (real.isPresent() ? String.format(Locale.ROOT, ", really %.3g", real.getAsDouble()) : "");
  }
}
