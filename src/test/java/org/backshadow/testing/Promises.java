package org.backshadow.testing;

import static org.backshadow.testing.Promise.When.BOTH;
import static org.backshadow.testing.Promise.When.EVERY;
import static org.backshadow.testing.Promise.When.FULL;
import static org.backshadow.testing.Promise.When.HAND;
import static org.backshadow.testing.Promise.of;

import java.util.List;
import java.util.stream.Collectors;

/** The table of {@code RELIABILITY.md}. */
public final class Promises {
  private static final List<Promise> NUMBERS =
      List.of(
          of(
                  1,
                  "Gates are right",
                  "matrix against a textbook's, unitary, inverse: 1e-14; generator against the"
                      + " derivative: 1e-8; every gate survives OpenQASM",
                  EVERY,
                  "circuit.StandardGateTest#the_matrix_is_that_of_the_textbook",
                  "circuit.StandardGateTest#the_matrix_is_unitary",
                  "circuit.StandardGateTest#the_inverse_is_the_adjoint_matrix",
                  "circuit.StandardGateTest#the_generator_is_the_derivative",
                  "circuit.qasm.QasmRoundTripTest#every_gate_comes_back_as_itself")
              .and("circuits against Qiskit's probabilities: `QasmCorpusTest`"),
          of(
              2,
              "States are right",
              "amplitudes of 1,000 random circuits against a naive simulator: 1e-12",
              EVERY,
              "state.SimulatorTest#a_thousand_random_circuits_agree_with_the_naive_simulator",
              "state.SimulatorTest"
                  + "#circuits_of_sixty_gates_on_six_qubits_agree_with_the_naive_simulator"),
          of(
              3,
              "The norm does not drift",
              "1e-12 after 100,000 gates",
              EVERY,
              "state.SimulatorTest#the_norm_stays_one_over_a_hundred_thousand_gates"),
          of(
              4,
              "Gradients agree",
              "300 random models: adjoint against exact parameter shift 1e-10, against central"
                  + " differences 1e-8, relative to the one-norm of the observable",
              EVERY,
              "gradient.GradientAgreementTest"
                  + "#adjoint_parameter_shift_and_central_differences_agree_on_300_random_models",
              "gradient.ReferenceTest#the_adjoint_gradient_is_the_references",
              "gradient.PennyLaneTest#value_and_adjoint_gradient_are_PennyLanes"),
          of(
              5,
              "Error bars are true",
              "95 % intervals miss at most 32 of 400 times, for every sampled method and every"
                  + " estimator; a true rate of 5 % does so with probability 99.6 %",
              BOTH,
              "gradient.GradientMethodContract"
                  + "#ninety_five_percent_intervals_cover_the_target_as_stated",
              "shadow.ShadowEnsembleContract#intervals_cover_as_often_as_they_say",
              "estimate.EstimateTest"
                  + "#ninety_five_percent_intervals_of_shot_estimates_cover_as_stated",
              "gradient.SampledHessianTest"
                  + "#ninety_five_percent_intervals_cover_hessian_and_metric_as_stated"),
          of(
              6,
              "Shadows are unbiased",
              "the mean over all settings and outcomes, without sampling: 1e-12",
              EVERY,
              "shadow.ShadowEnsembleContract"
                  + "#over_all_settings_and_outcomes_the_mean_is_the_expectation_value",
              "shadow.ShadowEnsembleContract"
                  + "#a_strings_variance_is_one_over_its_probability_less_its_square"),
          of(
              7,
              "Gentle is gentle",
              "after every passed check of 200 random batches the real disturbance, as a trace"
                  + " distance, is at most the proven one",
              EVERY,
              "measure.coherent.GentleMeasurementTest"
                  + "#the_real_disturbance_of_200_batches_stays_below_the_proven_one",
              "tomography.ShadowTomographyTest"
                  + "#exact_batches_have_a_real_disturbance_within_the_proven_one",
              "measure.coherent.GentleDamageTest#one_check_damages_as_much_as_the_reference_says"));

  private static final List<Promise> COSTS =
      List.of(
          of(
              8,
              "Costs are counted",
              "copies, circuits and gates equal an independent tally and the closed form exactly",
              EVERY,
              "gradient.GradientMethodContract"
                  + "#it_charges_what_an_independent_tally_and_the_closed_form_say",
              "gradient.GradientMethodContract#it_follows_a_door_that_lies",
              "ArchitectureTest#learners_do_not_see_amplitudes"),
          of(
              9,
              "Budgets hold",
              "not one copy more, and refused before the first is measured",
              EVERY,
              "gradient.GradientMethodContract"
                  + "#a_budget_of_one_copy_less_is_refused_and_never_exceeded",
              "resources.LedgerTest"
                  + "#a_budget_is_used_to_the_last_copy_and_never_exceeded_by_one"),
          of(
                  10,
                  "The same seed gives the same result",
                  "bit for bit, from run to run, from JDK 17 to the newest, on vectors of eight and"
                      + " without vectors",
                  EVERY,
                  "SeedGoldenTest#seeded_values_have_their_golden_bits",
                  "resources.SeedTest#the_first_numbers_are_the_same_on_every_jdk")
              .and("`./backshadow test` runs them on every JDK that it finds"),
          of(
              11,
              "Threads change nothing",
              "bit for bit on 1, 2 and 8 threads",
              EVERY,
              "experiment.sweep.SweepTest"
                  + "#rows_are_the_same_on_1_2_and_8_threads_and_another_seed_changes_them",
              "state.engine.EngineTest#vectors_plain_loops_and_threads_give_the_same_bits",
              "experiment.ScalingTest#results_depend_on_the_seed_and_not_on_the_threads"),
          of(
              12,
              "Seeds are independent",
              "4,000 consecutive seeds, 1,000 coins each: variance and correlation within 4"
                  + " standard deviations, which chance passes with probability 6e-5",
              EVERY,
              "resources.SeedTest#consecutive_seeds_are_independent",
              "resources.SeedTest#consecutive_children_are_independent"),
          of(
              13,
              "Memory is checked first",
              "1 to 62 qubits: fits, or refused in 10 ms with need, free and largest number; no"
                  + " `OutOfMemoryError` with 512 MiB of heap",
              BOTH,
              "state.MemoryLimitTest"
                  + "#every_number_of_qubits_fits_or_is_refused_with_need_free_and_largest",
              "state.MemoryLimitTest#what_can_never_fit_is_refused_at_once",
              "state.SimulatorTest"
                  + "#half_a_gigabyte_of_heap_refuses_by_message_and_never_runs_out"));

  private static final List<Promise> MISUSE =
      List.of(
          of(
              14,
              "Bad arguments speak",
              "every call that a cell can make, with null, negative, huge, empty, repeated and"
                  + " too long arguments: a documented exception that names the argument or the"
                  + " value, at the call and not later",
              FULL,
              "testing.calls.InvalidArgumentsTest#bad_arguments_are_refused_by_name"),
          of(
              15,
              "NaN never spreads",
              "NaN and infinities are refused where they come in; none comes out",
              BOTH,
              "NotFiniteTest#nothing_that_is_not_finite_comes_in",
              "NotFiniteTest#nothing_that_is_not_finite_comes_out",
              "testing.calls.InvalidArgumentsTest#bad_arguments_are_refused_by_name"),
          of(
                  16,
                  "A cell can be interrupted",
                  "at 50 random moments of each kind of long work: ended within 1 s, no thread left,"
                      + " the same plan gives the same result afterwards",
                  BOTH,
                  "InterruptTest#an_interrupt_ends_it_and_spoils_nothing",
                  "InterruptTest#fifty_random_moments_end_it_within_a_second",
                  "experiment.sweep.SweepInterruptTest"
                      + "#an_interrupt_keeps_what_is_finished_and_says_how_to_go_on")
              .and("`./backshadow test` interrupts a sweep in the kernel"),
          of(
                  17,
                  "A long sweep survives a crash",
                  "killed at 50 random moments it loses the points in flight and ends with the same"
                      + " bytes",
                  BOTH,
                  "experiment.sweep.SweepCrashTest"
                      + "#a_killed_sweep_goes_on_and_ends_with_the_same_bytes",
                  "experiment.sweep.SweepCrashTest"
                      + "#kills_at_50_random_moments_on_1_and_2_threads_change_nothing",
                  "experiment.checkpoint.CheckpointTest"
                      + "#a_file_cut_at_any_byte_loses_only_the_torn_line")
              .and("`./backshadow test` kills a kernel in the middle of a sweep"),
          of(
                  18,
                  "Hostile input is refused",
                  "OpenQASM, JSON, Pauli sums, Hamiltonians, shadows, checkpoints: taken or"
                      + " refused with the place, a million brackets or digits in 1 s of"
                      + " processor time",
                  BOTH,
                  "testing.fuzz.CorpusTest#files_of_the_corpus_are_taken_or_refused",
                  "testing.fuzz.CorpusTest#damaged_files_are_taken_or_refused",
                  "testing.fuzz.CorpusTest#long_and_deep_texts_take_no_time",
                  "circuit.qasm.QasmLimitsTest#a_bomb_is_refused_in_time",
                  "circuit.qasm.QasmFuzzTest#mutations_end_in_a_circuit_or_an_exception")
              .and("`mvn -Pfuzz test-compile exec:exec -Dreader=qasm`, by hand"),
          of(
              19,
              "Reading data never runs code",
              "no serialization, no class by a name from a file, no script, no network",
              EVERY,
              "ArchitectureTest#reading_data_never_runs_code"),
          of(
              20,
              "Labels stay text",
              "40 hostile strings in every rendering: no element, attribute or address that is"
                  + " not ours; in a real browser no script, no handler, nothing fetched",
              BOTH,
              "notebook.rendering.RenderingsTest#hostile_labels_reach_no_markup",
              "notebook.rendering.HostilePageTest#labels_run_nothing_and_fetch_nothing",
              "notebook.rendering.FailuresTest#whatever_a_rendering_throws_is_one_line_of_text"),
          of(
              21,
              "Files go only where asked",
              "written beside and moved at once; a refused file stays as it is",
              EVERY,
              "experiment.checkpoint.CheckpointTest"
                  + "#a_file_that_is_something_else_is_refused_and_stays",
              "figure.FigureTest#another_extension_is_refused_and_writes_nothing",
              "experiment.sweep.SweepCrashTest#a_disk_that_is_full_is_said_and_loses_nothing"));

  private static final List<Promise> BUILD =
      List.of(
          of(
                  22,
                  "The kernels show it",
                  "every value in the kernels' own classes, every notebook without an error",
                  EVERY,
                  "notebook.KernelContract#every_value_is_shown_as_its_bundle",
                  "notebook.KernelContract#an_error_in_a_rendering_is_text_and_never_leaves_it")
              .and("`./backshadow test` executes the notebooks"),
          of(
              23,
              "It is quiet and needs no screen",
              "0 bytes on the standard streams from the library, in every test; headless",
              EVERY,
              "testing.QuietTest#the_library_is_told_from_its_tests_and_its_one_command",
              "testing.QuietTest#the_streams_are_watched_and_the_machine_has_no_screen"),
          of(
                  24,
                  "Tests bite",
                  "80 % of the mutants killed: pauli 91 %, measure 93 %, circuit 90 %, OpenQASM 91 %,"
                      + " gradient 86 %",
                  HAND)
              .and(
                  "`mvn -Pmutation -Dfloor=pauli test-compile pitest:mutationCoverage`,"
                      + " [mutation](src/docs/mutation.md)"),
          of(
                  25,
                  "Speed does not rot",
                  "a kernel takes at most 1.5 times a plain loop in the same run",
                  HAND)
              .and(
                  "`mvn -Pbenchmark test-compile exec:exec`, [performance](src/docs/performance.md)"),
          of(26, "The build repeats", "two builds in two folders, jars with equal bytes", EVERY)
              .and("`./backshadow test` builds twice, [release](src/docs/release.md)"),
          of(
              27,
              "Every jar is known",
              "the resolved list is the one we hold, versions pinned",
              EVERY,
              "DependencyListTest#jarsAreExactlyTheKnownOnes"),
          of(28, "Upgrades are told", "from 0.2 on", HAND)
              .and("`mvn -Pcompare verify`, [release](src/docs/release.md)"));

  private Promises() {}

  /** All, by number. */
  public static List<Promise> all() {
    return List.of(NUMBERS, COSTS, MISUSE, BUILD).stream().flatMap(List::stream).toList();
  }

  /** The page's table. */
  public static String table() {
    return "| # | Promise | Figure | Held by | When |\n|---|---|---|---|---|\n"
        + all().stream().map(Promise::row).collect(Collectors.joining("\n"));
  }
}
