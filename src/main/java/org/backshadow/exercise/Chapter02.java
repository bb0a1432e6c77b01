package org.backshadow.exercise;

import java.util.List;

/** What a gradient costs. */
final class Chapter02 {
  private Chapter02() {}

  static List<Exercise<?>> exercises() {
    return List.of(
        growthOfGates(),
        gatesOfParameterShift(),
        circuitsOfMethods(),
        shotsForError(),
        logarithm());
  }

  private static Exercise<?> growthOfGates() {
    return Exercise.of(
            "2.1",
            "By what factor do the gates of a parameter-shift gradient grow from M = 16 to 1024 at"
                + " fixed shots?")
        .number(StrictMath.pow(1024.0 / 16, 2))
        .mistake(64.0, "that is how much longer one circuit gets; there are also more of them")
        .mistake(128.0, "two circuits a parameter: but that holds for both sizes")
        .mistake(1024.0, "compare the two sizes, not the larger one with 1")
        .hint("Two things grow: the number of circuits, and the length of each.")
        .hint("Each of the two grows by 1024 / 16.")
        .solution("2M circuits of M gates each: 2M^2 gates a shot, and (1024 / 16)^2 = 4096.");
  }

  private static Exercise<?> gatesOfParameterShift() {
    return Exercise.of(
            "2.2",
            "How many gate applications has a parameter-shift gradient with 100 shots a circuit, as"
                + " a function of M? Each parameter has one gate.")
        .function(m -> 2 * m * m * 100, 1, 16, 1000)
        .within(1e-6)
        .mistake(m -> 200 * m, "these are the shots of all circuits; each shot has many gates")
        .mistake(m -> 100 * m * m, "for each parameter two circuits are run")
        .mistake(m -> 2 * m * m, "that is one shot a circuit")
        .mistake(m -> 100 * m, "that is the model itself, one circuit")
        .hint("Circuits times shots times the gates in a circuit.")
        .hint("There are twice as many circuits as parameters, and a circuit has a gate for each.")
        .solution("m -> 2 * m * 100 * m: circuits times shots times gates.");
  }

  private static Exercise<?> circuitsOfMethods() {
    int m = 64;
    return Exercise.of(
            "2.3",
            "A model of 64 rotations and one Pauli string: how many different circuits do forward,"
                + " parameterShift and spsa with one direction run? Three numbers, in this order.")
        .numbers(1, 2 * m, 2)
        .mistake(new double[] {1, 64, 2}, "parameterShift: each parameter is shifted both ways")
        .mistake(
            new double[] {1, 65, 2},
            "parameterShift is not a forward difference: no circuit is shared")
        .mistake(
            new double[] {1, 128, 128},
            "spsa moves all parameters at once, so their number does not matter")
        .mistake(
            new double[] {64, 128, 2}, "forward is the model alone, however many parameters it has")
        .hint("What does each method shift, and how many of those shifts are there?")
        .hint("One method shifts nothing, one shifts each parameter alone, one shifts all at once.")
        .solution("new double[] {1, 128, 2}");
  }

  private static Exercise<?> shotsForError() {
    return Exercise.of(
            "2.4",
            "An average has standard error 0.02 after 10,000 shots. After how many shots is it"
                + " 0.005?")
        .number(10_000 * StrictMath.pow(0.02 / 0.005, 2))
        .mistake(40_000.0, "the error falls with the square root of the shots")
        .mistake(2_500.0, "a smaller error needs more shots")
        .mistake(20_000.0, "that is the square root the wrong way round")
        .hint("How does the error of an average depend on the number of shots?")
        .hint("It is proportional to one over the square root of the shots.")
        .solution("A quarter of the error takes 4^2 = 16 times the shots: 160,000.");
  }

  private static Exercise<?> logarithm() {
    return Exercise.of(
            "2.5", "At a fixed error the exponent of parameterShift is a little above 2. Why?")
        .choice(
            "d",
            "long circuits are noisier, so each component needs more shots",
            "the gates of the readout count as well",
            "the gradient gets smaller with M and is harder to see",
            "the worst of more components is further off, so each needs more shots")
        .mistake("a", "there is no noise here, and a shot of one string has variance 1 at most")
        .mistake("b", "they are a constant in each circuit; that would push the exponent down")
        .mistake("c", "the error asked for is absolute, whatever the size of the gradient is")
        .hint("All components have to be right at once.")
        .hint("What is the largest of M errors that each have the same spread?")
        .solution(
            "d: the largest of M Gaussian errors grows as the square root of ln M, so the shots a"
                + " circuit grow as ln M.");
  }
}
