package dev.keyturn.domain.session.make;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.mfa.MfaCode;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.plan.ProgramOutput;
import dev.keyturn.domain.profile.plan.SettingProgram;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Codes from the program that {@code mfa_process} names: the first line of its output. It finds the
 * device's serial number in {@code AWS_MFA_SERIAL}.
 */
public final class ProgramCodeSource extends UnattendedCodeSource {

  private final ProgramOutput programs;
  private final SettingProgram program;

  /**
   * Runs a program for each code.
   *
   * @param profile the profile with the setting
   * @param command the command line as written
   * @param notes takes messages for the user
   * @param pause sleeps
   */
  public ProgramCodeSource(
      ProgramOutput programs,
      String profile,
      String command,
      Consumer<String> notes,
      Consumer<Duration> pause) {
    super(notes, pause);
    this.programs = programs;
    this.program = new SettingProgram(profile, "mfa_process", command);
  }

  @Override
  public MfaCode code(MfaDevice device, String purpose) {
    String output =
        programs.of(program, Map.of(Variable.AWS_MFA_SERIAL.name(), device.serialNumber()));
    String line = output.lines().findFirst().orElse("").strip();
    if (!MfaCode.isCode(line)) {
      throw program.failure("did not write six digits").exception();
    }
    return MfaCode.parse(line);
  }
}
