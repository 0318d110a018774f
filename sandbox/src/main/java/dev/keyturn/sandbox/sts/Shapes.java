package dev.keyturn.sandbox.sts;

import dev.keyturn.sandbox.action.Shape;

/** The parameters that several actions share, as STS's service model bounds them. */
final class Shapes {
  static final Shape SERIAL_NUMBER =
      Shape.text("SerialNumber").between(9, 256).matching("[\\w+=/:,.@-]*");
  static final Shape TOKEN_CODE = Shape.text("TokenCode").between(6, 6).matching("[\\d]*");
  static final Shape POLICY = Shape.text("Policy").between(1, 2048);

  private Shapes() {}

  /** A duration in seconds. */
  static Shape duration(long least, long most) {
    return Shape.number("DurationSeconds").between(least, most);
  }
}
