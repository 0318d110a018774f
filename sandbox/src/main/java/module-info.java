/**
 * The sandbox: {@link dev.keyturn.sandbox} and {@link dev.keyturn.sandbox.junit} are what tests
 * use, and all that they can. What the other packages contain is the sandbox's own.
 */
@SuppressWarnings("requires-automatic") // ZXing has no other
module dev.keyturn.sandbox {
  requires static transitive org.jspecify;
  requires static transitive org.junit.jupiter.api;
  requires com.google.zxing;
  requires tools.jackson.core;

  exports dev.keyturn.sandbox;
  exports dev.keyturn.sandbox.junit;
}
