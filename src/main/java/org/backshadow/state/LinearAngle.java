package org.backshadow.state;

import org.backshadow.circuit.Angle;

/**
 * An angle as {@code factor * parameter + offset}, if it is one.
 *
 * @param name of the parameter, empty for a number
 */
record LinearAngle(boolean isLinear, String name, double factor, double offset) {
  private static final LinearAngle NOT = new LinearAngle(false, "", 0, 0);

  static LinearAngle of(Angle angle) {
    return angle.fold(new Parts());
  }

  private static LinearAngle number(double value) {
    return new LinearAngle(true, "", 0, value);
  }

  private boolean isNumber() {
    return isLinear && name.isEmpty();
  }

  private static final class Parts implements Angle.Parts<LinearAngle> {
    @Override
    public LinearAngle number(double radians) {
      return LinearAngle.number(radians);
    }

    @Override
    public LinearAngle parameter(String name) {
      return new LinearAngle(true, name, 1, 0);
    }

    @Override
    public LinearAngle sum(LinearAngle first, LinearAngle second) {
      boolean sums = first.isLinear && second.isLinear;
      if (!sums || !first.isNumber() && !second.isNumber() && !first.name.equals(second.name)) {
        return NOT;
      }
      return new LinearAngle(
          true,
          first.isNumber() ? second.name : first.name,
          first.factor + second.factor,
          first.offset + second.offset);
    }

    @Override
    public LinearAngle product(LinearAngle first, LinearAngle second) {
      if (second.isNumber()) {
        return first.isNumber()
            ? LinearAngle.number(first.offset * second.offset)
            : product(second, first);
      }
      return first.isNumber() && second.isLinear
          ? new LinearAngle(
              true, second.name, first.offset * second.factor, first.offset * second.offset)
          : NOT;
    }

    @Override
    public LinearAngle function(String function, LinearAngle argument) {
      return NOT;
    }
  }
}
