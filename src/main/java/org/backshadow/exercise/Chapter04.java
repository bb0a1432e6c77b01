package org.backshadow.exercise;

import java.util.List;

/**
 * Markov chains do backpropagation; chains of bit flips whose logit is {@code theta - ln M - 1/2}.
 */
final class Chapter04 {
  private Chapter04() {}

  static List<Exercise<?>> exercises() {
    return List.of(
        longerChain(), scores(), slopeOfOneStep(), unionBound(), twoSteps(), readOffTogether());
  }

  private static Exercise<?> longerChain() {
    return Exercise.of(
            "4.1",
            "4,000 trajectories, 4 steps or 256: what happens to the largest error of a derivative?")
        .choice("c", "grows 64-fold", "grows 8-fold", "does not grow", "doubles")
        .mistake(
            "a", "that would be so if each derivative needed trajectories of its own twice over")
        .mistake("b", "that would be so if the trajectories were divided among the derivatives")
        .mistake("d", "a maximum over more terms is larger, but here each term gets smaller")
        .hint("How many of the derivatives does one trajectory serve?")
        .hint("All of them; and flips are rarer in a long chain, so each sample is smaller.")
        .solution("c: every trajectory serves all derivatives. Paper.markovChain(4000, 1, 4, 256)");
  }

  private static Exercise<?> scores() {
    return Exercise.of("4.2", "The scores of a step that flips with probability 0.1.")
        .numbers(0.9, -0.1)
        .within(1e-6)
        .mistake(
            new double[] {10, -1 / 0.9},
            "those are the derivatives by p; theta moves p by p(1 - p) only")
        .mistake(
            new double[] {0.09, -0.09},
            "those are the derivatives of the probabilities, not of their logarithms")
        .mistake(new double[] {0.9, 0.1}, "scores have the mean 0, so they differ in sign")
        .hint("Differentiate ln p and ln (1 - p) by theta, where p = sigma(theta + constant).")
        .hint("The sigmoid has the derivative p (1 - p): divide it by p, or by 1 - p with a minus.")
        .solution("1 - p if flipped and -p if not: new double[] {0.9, -0.1}");
  }

  private static Exercise<?> slopeOfOneStep() {
    return Exercise.of("4.3", "dF/dtheta of a chain of one step, as a function of p.")
        .function(p -> -2 * p * (1 - p), 0.05, 0.2, 0.5, 0.9)
        .mistake(p -> -2, "that is the derivative by p; p itself depends on theta")
        .mistake(p -> 2 * p * (1 - p), "more flips make F smaller: the sign is the other one")
        .mistake(p -> -p * (1 - p), "a flip takes f from 1 to -1, which is a change by 2")
        .mistake(p -> 1 - 2 * p, "that is F itself")
        .hint("F = 1 - 2p, and p is a sigmoid of theta.")
        .hint("dF/dtheta = dF/dp times dp/dtheta; the sigmoid's derivative is p (1 - p).")
        .solution("p -> -2 * p * (1 - p), the closed form with M = 1");
  }

  private static Exercise<?> unionBound() {
    double delta = 0.1;
    return Exercise.of(
            "4.4", "Growth of the number of trajectories from M = 4 to 4096 by the union bound.")
        .number(Math.log(2 * 4096 / delta) / Math.log(2 * 4 / delta))
        .within(0.01)
        .mistake(1024.0, "that is the growth of M; the bound takes its logarithm")
        .mistake(6.0, "that compares ln M alone; 2 and delta stand in the logarithm, too")
        .mistake(
            Math.log(1024), "the quotient of two logarithms is not the logarithm of a quotient")
        .hint("Everything cancels in the quotient but the two logarithms.")
        .hint("Divide ln(2 * 4096 / 0.1) by ln(2 * 4 / 0.1).")
        .solution("Math.log(81920) / Math.log(80), which is 2.58");
  }

  private static Exercise<?> twoSteps() {
    double p = 1 / (1 + 2.0);
    return Exercise.of("4.5", "F of a chain of two steps with both parameters 1/2.")
        .number((1 - 2 * p) * (1 - 2 * p))
        .within(1e-3)
        .mistake(1 - 2 * p, "that is one step")
        .mistake(
            (1 - p) * (1 - p), "that is the probability of no flip at all; two flips also end at 0")
        .mistake(
            (1 - p) * (1 - p) + p * p,
            "that is the probability to end at 0; F counts ending at 1 with a minus")
        .hint("M = 2, so the logit is 1/2 - ln 2 - 1/2; what is its sigmoid?")
        .hint("Each step multiplies F by 1 - 2p, and p = 1/(1 + e^(ln 2)).")
        .solution("p = 1/3, so F = (1 - 2/3)^2 = 1/9: bitFlips(0.5, 0.5).value()");
  }

  private static Exercise<?> readOffTogether() {
    return Exercise.of("4.6", "What can be estimated for all t from one set of trajectories?")
        .choice(
            "b",
            "only the derivatives",
            "the derivatives and the probability that the bit is 1 after step t",
            "nothing after the first derivative has been read off",
            "only F")
        .mistake("a", "a trajectory shows more than its scores: where was the bit?")
        .mistake("c", "that is how a quantum state behaves; a list of bits can be read again")
        .mistake("d", "F uses the end of a trajectory only; the steps before it are known as well")
        .hint("A trajectory is a list of bits. What can be calculated from it?")
        .hint("Reading one thing off the list leaves the list as it was.")
        .solution(
            "b: count the trajectories with x_t = 1, and average f times the score, as you like");
  }
}
