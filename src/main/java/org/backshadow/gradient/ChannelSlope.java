package org.backshadow.gradient;

import java.util.List;
import org.backshadow.circuit.Channel;
import org.ejml.simple.SimpleMatrix;

/**
 * The derivative of a channel by one of its strengths, in the place of the channel: F is linear in
 * what stands there, so the derivatives of that circuit are second derivatives of F. No state goes
 * through it by Kraus operators.
 */
record ChannelSlope(Channel channel, int by) implements Channel {
  @Override
  public String label() {
    return channel.label();
  }

  @Override
  public int qubits() {
    return channel.qubits();
  }

  @Override
  public int angles() {
    return channel.angles();
  }

  @Override
  public String strength(int k) {
    return channel.strength(k);
  }

  @Override
  public List<SimpleMatrix> kraus(double... strengths) {
    throw new UnsupportedOperationException("the derivative of " + label() + " is no channel");
  }

  @Override
  public SimpleMatrix superoperator(double... strengths) {
    return channel.derivative(by, strengths);
  }

  @Override
  public SimpleMatrix derivative(int k, double... strengths) {
    return channel.secondDerivative(by, k, strengths);
  }
}
