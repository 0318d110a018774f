package dev.keyturn;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import java.time.Duration;

/** MFA codes from the application's callback. */
final class CallbackCodeSource implements MfaCodeSource {

  private final MfaCodeCallback callback;

  CallbackCodeSource(MfaCodeCallback callback) {
    this.callback = callback;
  }

  @Override
  public MfaCode code(MfaDevice device, String purpose) {
    String code = callback.code(device.serialNumber(), purpose);
    if (code == null) {
      throw new Failure.Interrupted().exception();
    }
    return MfaCode.parse(code.replace(" ", ""));
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public void explain(String why) {
    // An application that has the next code needs no words.
  }

  @Override
  public void awaitNext(Duration wait) {
    pause(wait);
  }

  static void pause(Duration wait) {
    try {
      Thread.sleep(wait.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted().exception(e);
    }
  }
}
