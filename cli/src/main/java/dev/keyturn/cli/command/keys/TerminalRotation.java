package dev.keyturn.cli.command.keys;

import dev.keyturn.cli.command.port.Terminal;
import dev.keyturn.cli.command.text.LocalClock;
import dev.keyturn.cli.command.text.TimeText;
import dev.keyturn.cli.command.text.YesNo;
import dev.keyturn.domain.iam.LastUse;
import dev.keyturn.domain.iam.UserKey;
import dev.keyturn.domain.iam.key.RotationDialog;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Rotates keys with questions at the terminal; without a person, no key is deleted. */
public final class TerminalRotation implements RotationDialog {

  private final Terminal terminal;
  private final LocalClock clock;

  /** Asks at {@code terminal}. */
  public TerminalRotation(Terminal terminal, LocalClock clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  @Override
  public boolean mayMakeRoom(UserKey key, @Nullable LastUse use) {
    String state = key.isActive() ? "active" : "inactive";
    String used = use == null ? "was never used" : "was last used on " + day(use);
    return terminal.isPresent()
        && YesNo.isYes(
            terminal,
            ("A user has two access keys at most. The other one, " + key.id() + ", is " + state)
                + (" and " + used + ". Delete it?"));
  }

  private String day(LastUse use) {
    String time = TimeText.local(use.when(), clock) + " (" + use.service();
    return time + (use.region().equals("N/A") ? ")" : ", " + use.region() + ")");
  }

  @Override
  public boolean mayDelete(String accessKeyId) {
    return terminal.isPresent()
        && YesNo.isYes(terminal, accessKeyId + " is inactive now. Delete it for good?");
  }

  @Override
  public void waitsForAws(Duration since) {
    progress("waiting until AWS knows the new key everywhere: " + since.toSeconds() + " s");
  }

  @Override
  public void waitsForPrograms(Duration pause) {
    progress(
        "giving running programs " + pause.toSeconds() + " s before the old key is deactivated");
  }

  @Override
  public void waitsNoMore() {
    progress("");
  }

  private void progress(String text) {
    if (terminal.isPresent()) {
      terminal.progress(text);
    }
  }
}
