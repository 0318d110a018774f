package dev.keyturn.adapter.process;

import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaCodeSource;
import dev.keyturn.domain.mfa.MfaDevice;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Codes from the program that {@code mfa_process} names: the first line it writes. It finds the
 * device's serial number in {@code AWS_MFA_SERIAL}.
 */
public final class ProgramCodeSource implements MfaCodeSource {

  private final SettingProgram program;
  private final Map<String, String> environment;
  private final Consumer<String> notes;
  private final Consumer<Duration> pause;

  /**
   * Runs {@code command}.
   *
   * @param profile whose setting it is
   * @param command the command line as written
   * @param environment what it inherits
   * @param notes takes what the user should know
   * @param pause waits
   */
  public ProgramCodeSource(
      String profile,
      String command,
      Map<String, String> environment,
      Consumer<String> notes,
      Consumer<Duration> pause) {
    this.program = new SettingProgram(profile, "mfa_process", command);
    this.environment = environment;
    this.notes = notes;
    this.pause = pause;
  }

  @Override
  public MfaCode code(MfaDevice device, String purpose) {
    Map<String, String> inherited = new HashMap<>(environment);
    inherited.put("AWS_MFA_SERIAL", device.serialNumber());
    String line = program.run(inherited).lines().findFirst().orElse("").strip();
    if (!MfaCode.isCode(line)) {
      throw program.failure("did not write six digits").exception();
    }
    return MfaCode.parse(line);
  }

  @Override
  public boolean isPresent() {
    return true;
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public boolean canCorrect() {
    return false;
  }

  @Override
  public void explain(String why) {
    notes.accept(why);
  }

  @Override
  public void awaitNext(Duration wait) {
    notes.accept("waiting " + wait.toSeconds() + " s for the next code");
    pause.accept(wait);
  }
}
