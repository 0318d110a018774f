package dev.keyturn.domain.session.make;

import java.net.URI;

/** Hears of the calls to AWS, in whichever thread they are made. */
public interface CallTrace {

  /** Takes a line about a call, without secrets. */
  void line(String text);

  /** {@code endpoint} has not answered for a second. */
  default void waitsFor(URI endpoint) {}

  /** An endpoint that was waited for has answered, or is given up. */
  default void waitIsOver() {}
}
