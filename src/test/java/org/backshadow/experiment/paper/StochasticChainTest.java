package org.backshadow.experiment.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.backshadow.resources.Seed;
import org.backshadow.testing.Samples;
import org.junit.jupiter.api.Test;

class StochasticChainTest {
  /** Three states on a ring: stay, or go round with the probability sin^2 theta. */
  private static final StochasticChain.Transition RING =
      new StochasticChain.Transition() {
        @Override
        public int states() {
          return 3;
        }

        @Override
        public double probability(int from, int to, double theta) {
          double sine = Math.sin(theta);
          return to == from ? 1 - sine * sine : to == (from + 1) % 3 ? sine * sine : 0;
        }

        @Override
        public double derivative(int from, int to, double theta) {
          double slope = Math.sin(2 * theta);
          return to == from ? -slope : to == (from + 1) % 3 ? slope : 0;
        }
      };

  private static final double[] PAYOFF = {1, -0.5, 2};

  private static double[] normal(int parameters, long seed) {
    return new Seed(seed).random().gaussians(parameters, 0.3);
  }

  @Test
  void the_exact_gradient_of_bit_flips_is_the_closed_form() {
    double[] theta = normal(6, 1);
    StochasticChain chain = StochasticChain.bitFlips(theta);

    double value = 1;
    for (double t : theta) {
      value *= 1 - 2 * flip(t, 6);
    }
    assertThat(chain.value()).isCloseTo(value, within(1e-14));
    for (int t = 0; t < theta.length; t++) {
      double p = flip(theta[t], 6);
      assertThat(chain.gradient()[t])
          .isCloseTo(-2 * p * (1 - p) * value / (1 - 2 * p), within(1e-14));
    }
  }

  private static double flip(double theta, int steps) {
    return 1 / (1 + Math.exp(-(theta - Math.log(steps) - 0.5)));
  }

  @Test
  void the_exact_gradient_of_any_chain_is_that_of_differences() {
    Samples.each(
        50,
        1,
        samples -> {
          double[] theta = samples.angles(samples.between(1, 7));
          int start = samples.below(3);
          double[] gradient = StochasticChain.of(start, PAYOFF, RING, theta).gradient();

          for (int t = 0; t < theta.length; t++) {
            double[] above = theta.clone();
            double[] below = theta.clone();
            above[t] += 1e-5;
            below[t] -= 1e-5;
            double quotient =
                (StochasticChain.of(start, PAYOFF, RING, above).value()
                        - StochasticChain.of(start, PAYOFF, RING, below).value())
                    / 2e-5;
            assertThat(gradient[t]).isCloseTo(quotient, within(1e-8));
          }
        });
  }

  /**
   * Reference, the mean of 5 runs of another program: .0058, .0060, .0049, .0026 for M = 4, 16, 64,
   * 256 at 4,000 trajectories. The mean of 5 largest errors scatters by about 20 %.
   */
  @Test
  void the_largest_error_does_not_grow_with_the_parameters() {
    int[] sizes = {4, 16, 64, 256};
    double[] reference = {.0058, .0060, .0049, .0026};
    for (int i = 0; i < sizes.length; i++) {
      double mean = 0;
      for (int run = 0; run < 5; run++) {
        mean +=
            StochasticChain.bitFlips(normal(sizes[i], run))
                    .trajectories(4000)
                    .seed(run)
                    .largestError()
                / 5;
      }

      assertThat(mean).as("M = %d", sizes[i]).isBetween(0.5 * reference[i], 1.8 * reference[i]);
    }
  }

  /** 2,000 intervals at 95 %: 93 to 97 % is four deviations to each side. */
  @Test
  void intervals_cover_the_exact_gradient_as_stated() {
    StochasticChain chain = StochasticChain.of(1, PAYOFF, RING, 0.7, -0.4, 1.1);
    double[] exact = chain.gradient();
    int covered = 0;
    for (int run = 0; run < 2000; run++) {
      int step = run % 3;
      ChainGradient estimate = chain.trajectories(300).seed(run);
      covered += estimate.interval(step, 0.95).contains(exact[step]) ? 1 : 0;
    }

    assertThat(covered).isBetween(1860, 1940);
  }

  @Test
  void a_seed_repeats_and_the_cost_is_in_steps_of_trajectories() {
    StochasticChain chain = StochasticChain.bitFlips(normal(10, 3));
    ChainGradient first = chain.trajectories(100).seed(4);

    assertThat(chain.trajectories(100).seed(4).values()).containsExactly(first.values());
    assertThat(chain.trajectories(100).seed(5).values()).isNotEqualTo(first.values());
    assertThat(first.cost().classicalOperations()).isEqualTo(1000);
    assertThat(first.cost().copies()).isZero();
    assertThat(first.table().rowCount()).isEqualTo(10);
    assertThat(first.toString())
        .startsWith("Markov chain (100 trajectories, seed 4): 10 components, largest error ");
  }

  @Test
  void what_is_no_chain_is_refused() {
    assertThatThrownBy(() -> StochasticChain.of(3, PAYOFF, RING, 1))
        .hasMessage("the start 3 is no state (valid: 0..2)");
    assertThatThrownBy(() -> StochasticChain.of(0, new double[2], RING, 1))
        .hasMessage("2 values of f for 3 states");
    assertThatThrownBy(() -> StochasticChain.bitFlips(0, Double.NaN))
        .hasMessage("theta[1] is NaN; it must be finite");
    assertThatThrownBy(() -> StochasticChain.bitFlips(0).trajectories(1))
        .hasMessage("1 trajectories; at least 2 are needed for an error");
    var wrong =
        new StochasticChain.Transition() {
          @Override
          public int states() {
            return 1;
          }

          @Override
          public double probability(int from, int to, double theta) {
            return 0.9;
          }

          @Override
          public double derivative(int from, int to, double theta) {
            return 0;
          }
        };
    assertThatThrownBy(() -> StochasticChain.of(0, new double[1], wrong, 1))
        .hasMessage(
            "step 0: the probabilities from state 0 must be at least 0 and sum to 1, but their sum"
                + " is 0.900000");
  }
}
