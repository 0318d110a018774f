package dev.keyturn.domain.session.use;

import dev.keyturn.domain.environment.Variable;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The single code given for several profiles. It belongs to one device: AWS would refuse it for
 * another device, and count that as a wrong guess.
 */
final class GivenCode {

  /** The first profile that needs a code, by the serial number of the device. */
  private final Map<String, String> profiles = new LinkedHashMap<>();

  private boolean ofVariable;

  /** Records that {@code profile} needs a code of {@code device}. */
  void isNeeded(MfaDevice device, String profile, boolean variable) {
    profiles.putIfAbsent(device.serialNumber(), profile);
    ofVariable |= variable;
  }

  /**
   * Checks that the code can come from a single device.
   *
   * @throws dev.keyturn.domain.failure.FailureException usage, when several devices are needed
   */
  void check() {
    if (profiles.size() > 1) {
      throw new Failure.Usage(
              "one MFA code was given for several devices: " + String.join(", ", profiles.keySet()),
              asking())
          .exception();
    }
  }

  /** The command that asks for a code of each device. */
  private String asking() {
    List<String> words = new ArrayList<>();
    if (ofVariable) {
      words.addAll(List.of("env", "-u", Variable.KEYTURN_MFA_CODE.name()));
    }
    words.addAll(List.of("keyturn", "login"));
    words.addAll(profiles.values());
    return ShellCommand.of(words.toArray(String[]::new));
  }
}
