package org.backshadow;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceRule;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.backshadow.circuit.Circuit;
import org.backshadow.circuit.qasm.QasmWriter;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The walls of the house: which package may know which, and which library stands where. */
class ArchitectureTest {
  private static final String ROOT = "org.backshadow";
  private static final String FIXTURES = "org.backshadow.testing.fixtures";

  /**
   * The floors from the bottom; a class uses its own floor and lower ones, and those on one line do
   * not know each other. The empty name is the root package with the notebook's static import. A
   * package that is not here fails {@link #every_package_stands_on_a_floor}.
   */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of("json"),
          List.of("pauli", "resources", "figure", "progress", "dataset"),
          List.of("outcome", "linear", "estimate"),
          List.of("circuit"),
          List.of("state"),
          List.of("measure"),
          List.of("hypothesis"),
          List.of("shadow", "tomography"),
          List.of("gradient"),
          List.of("optimize"),
          List.of("experiment"),
          List.of("exercise", "bench"),
          List.of("notebook"),
          List.of(""));

  /** Floors at the bottom that stand alone: they do without the reader of JSON. */
  private static final Set<String> ALONE = Set.of("resources", "figure", "progress", "dataset");

  /** Packages whose types are public for their own floor only. */
  private static final Set<String> INTERNAL = Set.of("state.engine", "state.snapshot");

  /**
   * Top-level classes of {@code gradient} that may see amplitudes besides {@code Adjoint*} and
   * {@code Exact*}. Whoever adds one says why here.
   */
  private static final Set<String> EXACT_GRADIENTS =
      // The user's own point of view: the exact value beside the sampled ones; and the value by
      // simulated pure states, which says that it takes no copies.
      Set.of("Evaluation", "TrajectoryEstimate");

  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);
  private static final JavaClasses WRONG = new ClassFileImporter().importPackages(FIXTURES);

  // the rules hold

  @Test
  void there_is_something_to_check() {
    assertThat(MAIN.contain("org.backshadow.circuit.Circuit")).isTrue();
    assertThat(MAIN.stream().map(JavaClass::getName))
        .noneMatch(name -> name.endsWith("ArchitectureTest"));
  }

  @Test
  void every_package_stands_on_a_floor() {
    assertThat(packages(MAIN))
        .allSatisfy(name -> assertThat(level(floor(ROOT, name))).as(name).isNotNegative());
  }

  @Test
  void imports_go_down_only() {
    importsGoDown(ROOT).check(MAIN);
  }

  @Test
  void packages_of_a_floor_stand_one_above_the_other() {
    noCycles(ROOT)
        // circuit.toQasm() is called where the circuit is; all else of qasm stands above circuits.
        .ignoreDependency(Circuit.class, QasmWriter.class)
        .check(MAIN);
  }

  @Test
  void what_is_internal_stays_on_its_floor() {
    internalsStay(ROOT).check(MAIN);
  }

  @Test
  void only_the_simulated_door_sees_amplitudes() {
    doorIsBlind(ROOT).check(MAIN);
  }

  @Test
  void learners_do_not_see_amplitudes() {
    learnersAreBlind(ROOT).check(MAIN);
    sampledGradientsAreBlind(ROOT).check(MAIN);
  }

  @Test
  void libraries_stay_behind_their_fences() {
    chartsBehindFigure(ROOT).check(MAIN);
    kernelsBehindNotebook(ROOT).check(MAIN);
    sparkBehindItsPackage(ROOT).check(MAIN);
  }

  @Test
  void reading_data_never_runs_code() {
    noDangerousApi(ROOT).check(MAIN);
  }

  @Test
  void nothing_reads_the_clock_on_the_wall() {
    noWallClock(ROOT).check(MAIN);
  }

  @Test
  void nothing_static_can_be_changed_from_outside() {
    publicStaticsAreFinal().check(MAIN);
    publicFieldsAreNoArrays().check(MAIN);
  }

  @Test
  void no_public_method_hands_out_an_array_of_its_own() throws IOException {
    assertThat(LeakedArrays.of(MAIN)).isEmpty();
  }

  @Test
  void every_package_is_null_marked() {
    assertThat(notNullMarked(MAIN)).isEmpty();
  }

  @Test
  void no_package_has_a_name_that_says_nothing() {
    assertThat(emptyNames(MAIN)).isEmpty();
  }

  // the rules can fail

  @Test
  void an_import_upwards_is_reported() {
    assertThat(violations(importsGoDown(FIXTURES)))
        .anyMatch(line -> line.contains("ReachesUp") && line.contains("circuit.Fine"))
        .noneMatch(line -> line.contains("AdjointFixture"));
  }

  @Test
  void packages_that_use_each_other_are_reported() {
    assertThat(violations(noCycles(FIXTURES)))
        .anyMatch(line -> line.contains("measure.deep") && line.contains("Cycle"));
  }

  @Test
  void a_use_of_internals_from_another_floor_is_reported() {
    assertThat(violations(internalsStay(FIXTURES)))
        .anyMatch(line -> line.contains("Door"))
        .noneMatch(line -> line.contains("state.Amplitudes"));
  }

  @Test
  void a_door_that_peeks_is_reported() {
    assertThat(violations(doorIsBlind(FIXTURES)))
        .anyMatch(line -> line.contains("measure.Door"))
        .noneMatch(line -> line.contains("Drawn"));
  }

  @Test
  void a_package_without_a_floor_is_reported() {
    assertThat(level(floor(FIXTURES, FIXTURES + ".util"))).isNegative();
    assertThat(level(floor(FIXTURES, FIXTURES + ".state.deep"))).isEqualTo(4);
    assertThat(emptyNames(WRONG)).containsExactly(FIXTURES + ".util");
  }

  @Test
  void a_learner_that_peeks_is_reported() {
    assertThat(violations(learnersAreBlind(FIXTURES))).anyMatch(line -> line.contains("Peeks"));
    assertThat(violations(sampledGradientsAreBlind(FIXTURES)))
        .anyMatch(line -> line.contains("SampledFixture"))
        .noneMatch(line -> line.contains("AdjointFixture"));
  }

  @Test
  void a_chart_outside_its_fence_is_reported() {
    assertThat(violations(chartsBehindFigure(FIXTURES))).anyMatch(line -> line.contains("XYChart"));
  }

  @Test
  void serialization_and_the_network_are_reported() {
    assertThat(violations(noDangerousApi(FIXTURES)))
        .anyMatch(line -> line.contains("ObjectOutputStream"))
        .anyMatch(line -> line.contains("java.net.URI"));
  }

  @Test
  void a_look_at_the_clock_on_the_wall_is_reported() {
    assertThat(violations(noWallClock(FIXTURES)))
        .anyMatch(line -> line.contains("currentTimeMillis"))
        .anyMatch(line -> line.contains("Instant.now"));
  }

  @Test
  void a_mutable_static_and_a_public_array_are_reported() {
    assertThat(violations(publicStaticsAreFinal()))
        .hasSize(1)
        .first()
        .asString()
        .contains("mutable");
    assertThat(violations(publicFieldsAreNoArrays()))
        .hasSize(1)
        .first()
        .asString()
        .contains("TABLE");
  }

  @Test
  void an_array_that_is_handed_out_is_reported() throws IOException {
    assertThat(LeakedArrays.of(WRONG))
        .containsExactlyInAnyOrder(
            FIXTURES + ".state.Amplitudes.re",
            FIXTURES + ".state.Amplitudes.shared",
            FIXTURES + ".state.Amplitudes$Pair.values");
  }

  @Test
  void a_package_without_its_mark_is_reported() {
    assertThat(notNullMarked(WRONG)).contains(FIXTURES + ".circuit").doesNotContain(FIXTURES);
  }

  // the rules

  private static ArchRule importsGoDown(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<JavaClass>("use their own floor and lower ones only") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                String from = floor(root, item.getPackageName());
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                  String target =
                      dependency.getTargetClass().getBaseComponentType().getPackageName();
                  if (target.equals(root) || target.startsWith(root + ".")) {
                    String to = floor(root, target);
                    boolean allowed =
                        from.equals(to)
                            || level(to) >= 0 && level(to) < level(from) && !ALONE.contains(from);
                    events.add(
                        new SimpleConditionEvent(item, allowed, dependency.getDescription()));
                  }
                }
              }
            })
        .because("imports go down only: " + FLOORS);
  }

  private static SliceRule noCycles(String root) {
    return slices()
        .matching(root + ".(**)")
        .should()
        .beFreeOfCycles()
        .because("of two packages one stands above the other, on one floor too");
  }

  private static ArchRule internalsStay(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<JavaClass>("use internals of their own floor only") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                  String target = dependency.getTargetClass().getPackageName();
                  boolean internal =
                      target.startsWith(root + ".")
                          && INTERNAL.contains(target.substring(root.length() + 1));
                  boolean allowed =
                      !internal || floor(root, item.getPackageName()).equals(floor(root, target));
                  events.add(new SimpleConditionEvent(item, allowed, dependency.getDescription()));
                }
              }
            })
        .because("they are public only because Java has no wall between packages: " + INTERNAL);
  }

  private static ArchRule doorIsBlind(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".measure..")
        .and()
        .resideOutsideOfPackage(root + ".measure.simulated..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".state..")
        .because("a device has no amplitudes to show: only the simulated door knows a state");
  }

  private static ArchRule learnersAreBlind(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(root + ".shadow..", root + ".tomography..")
        .and(DescribedPredicate.describe("are no referees", (JavaClass item) -> !isExact(item)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".state..")
        .because("a learner gets copies and never amplitudes; Exact* are the referee's")
        .allowEmptyShould(true);
  }

  private static ArchRule sampledGradientsAreBlind(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + ".gradient..")
        .and(DescribedPredicate.describe("are sampled", (JavaClass item) -> !isExact(item)))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + ".state..")
        .because("only exact methods take the simulator")
        .allowEmptyShould(true);
  }

  private static boolean isExact(JavaClass item) {
    String name = item.getName().substring(item.getPackageName().length() + 1);
    String top = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    return top.startsWith("Adjoint") || top.startsWith("Exact") || EXACT_GRADIENTS.contains(top);
  }

  private static ArchRule chartsBehindFigure(String root) {
    return fence(new String[] {"org.knowm.."}, root, "figure", "notebook")
        .because("XChart is drawn by figure, and notebook renders a user's own charts");
  }

  private static ArchRule kernelsBehindNotebook(String root) {
    String[] kernels = {"org.dflib..", "io.github.spencerpark..", "org.rapaio.."};
    return fence(kernels, root, "notebook").because("kernels stand behind notebook");
  }

  private static ArchRule sparkBehindItsPackage(String root) {
    return fence(new String[] {"org.apache.spark.."}, root, "experiment.spark")
        .because("Spark is optional");
  }

  private static ArchRule fence(String[] libraries, String root, String... floors) {
    String[] inside =
        Arrays.stream(floors).map(floor -> root + "." + floor + "..").toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackages(inside)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .allowEmptyShould(true);
  }

  private static ArchRule noDangerousApi(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "javax.script..", "java.util.zip..", "java.util.jar..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.io\\.(Object(Input|Output)(Stream|Filter)?|Externalizable)(\\$.*)?")
        .because("files hold values, and nothing that could run");
  }

  /** It can be set while work runs; durations come from {@link System#nanoTime}. */
  private static ArchRule noWallClock(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethodWhere(target(owner(resideInAPackage("java.time.."))).and(target(name("now"))))
        .because("a result and a time left do not depend on the date");
  }

  private static ArchRule publicStaticsAreFinal() {
    return fields()
        .that()
        .arePublic()
        .and()
        .areStatic()
        .should()
        .beFinal()
        .because("a cell run twice gives the same value");
  }

  private static ArchRule publicFieldsAreNoArrays() {
    return fields()
        .that()
        .arePublic()
        .should(
            new ArchCondition<JavaField>("not be arrays") {
              @Override
              public void check(JavaField field, ConditionEvents events) {
                events.add(
                    new SimpleConditionEvent(
                        field, !field.getRawType().isArray(), field.getFullName()));
              }
            })
        .because("an array can be changed even if its field is final");
  }

  /** The first part of a package's name below the root; empty for the root itself. */
  private static String floor(String root, String name) {
    return name.equals(root) ? "" : name.substring(root.length() + 1).split("\\.")[0];
  }

  /** The height of a floor, -1 for none. */
  private static int level(String floor) {
    for (int i = 0; i < FLOORS.size(); i++) {
      if (FLOORS.get(i).contains(floor)) {
        return i;
      }
    }
    return -1;
  }

  private static List<String> violations(ArchRule rule) {
    return rule.evaluate(WRONG).getFailureReport().getDetails();
  }

  private static Set<String> packages(JavaClasses classes) {
    return classes.stream()
        .map(JavaClass::getPackageName)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> notNullMarked(JavaClasses classes) {
    return packages(classes).stream()
        .filter(name -> !classes.getPackage(name).isAnnotatedWith(NullMarked.class))
        .toList();
  }

  private static List<String> emptyNames(JavaClasses classes) {
    var empty = Set.of("util", "utils", "common", "core", "data", "misc", "helper");
    return packages(classes).stream()
        .filter(name -> Arrays.stream(name.split("\\.")).anyMatch(empty::contains))
        .toList();
  }
}
