package org.backshadow.experiment.paper;

/** The menu of experiments: {@code Experiments.hiddenPauli().run()}. */
public class Experiments {
  /** Nested menus extend this class; there is nothing to construct. */
  protected Experiments() {}

  /** Copies to find the string P of {@code (I + 0.9 P) / 2^n}, by pairs and by single copies. */
  public static HiddenPauli hiddenPauli() {
    return HiddenPauli.standard();
  }

  /** Copies for all {@code 4^n} Pauli values of a random state, with signs, by four methods. */
  public static SignedPaulis signedPaulis() {
    return SignedPaulis.standard();
  }
}
