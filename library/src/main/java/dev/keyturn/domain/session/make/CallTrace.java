package dev.keyturn.domain.session.make;

import java.net.URI;

/** Is notified of the calls to AWS, in the threads that make them. */
public interface CallTrace {

  /** Takes a line about a call, without secrets. */
  void line(String text);

  /** {@code endpoint} has not answered for a second. */
  default void waitsFor(URI endpoint) {}

  /** A slow endpoint has answered, or the call was abandoned. */
  default void waitIsOver() {}
}
