package dev.keyturn.cli.command.doctor.check;

import dev.keyturn.cli.command.port.computer.Computer;
import dev.keyturn.cli.command.port.computer.Computer.Found;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FileFailure;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.session.store.SessionEncryption;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Checks of Keyturn itself: its installation and its own files. */
public final class KeyturnChecks implements Checks.OfComputer {

  private static final String NAME = "keyturn";
  private static final String NPM_SCOPE = "/@keyturn/";

  private final Computer computer;
  private final String version;
  private final String program;
  private final String state;
  private final SessionEncryption encryption;

  /**
   * Takes its collaborators.
   *
   * @param version Keyturn's version
   * @param program the program that started it; {@code keyturn} if it is not installed
   * @param state the folder of its own files
   * @param encryption whether the sessions in it are encrypted
   */
  public KeyturnChecks(
      Computer computer,
      String version,
      String program,
      String state,
      SessionEncryption encryption) {
    this.computer = computer;
    this.version = version;
    this.program = program;
    this.state = state;
    this.encryption = encryption;
  }

  @Override
  public List<Check> of(@Nullable AwsConfiguration configuration) {
    return List.of(
        new Check(CheckName.KEYTURN, () -> List.of(program())),
        new Check(CheckName.STATE, this::state));
  }

  private Finding program() {
    String self = computer.program(program).orElse(program);
    String found = computer.program(NAME).orElse("");
    String message = "Keyturn " + version + ", " + self;
    if (program.equals(NAME) || found.equals(self) || isPackaged(found, self)) {
      return Finding.ok(CheckName.KEYTURN, message);
    }
    String path = "export PATH=" + ShellCommand.of(folder(program)) + ":\"$PATH\"";
    return found.isEmpty()
        ? Finding.info(CheckName.KEYTURN, message + ", is not in a folder of PATH", path)
        : Finding.warn(
            CheckName.KEYTURN, "'keyturn' runs " + found + ", and this is " + self, path);
  }

  /** The command that a package installs is another file, which starts the image of the package. */
  private boolean isPackaged(String found, String self) {
    String prefix = folder(folder(found));
    List<String> images = new ArrayList<>();
    // .deb, .rpm and install.sh, then Homebrew.
    images.add(prefix + "/lib/keyturn/bin/keyturn");
    images.add(prefix + "/libexec/bin/keyturn");
    int scope = self.lastIndexOf(NPM_SCOPE);
    if (scope >= 0) {
      // npm puts one package beside the other, or into it.
      images.add(prefix + self.substring(scope));
      images.add(folder(found) + "/node_modules" + self.substring(scope));
    }
    return !found.isEmpty()
        && images.stream().anyMatch(it -> computer.program(it).filter(self::equals).isPresent());
  }

  private static String folder(String file) {
    int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
    return slash <= 0 ? "/" : file.substring(0, slash);
  }

  private List<Finding> state() {
    Found folder = computer.look(state).orElse(null);
    Found nearest = computer.nearest(state).orElse(null);
    if (nearest != null && !nearest.folder()) {
      String file = nearest.path();
      String hint = ShellCommand.of("mv", file, file + ".old");
      return List.of(
          Finding.fail(CheckName.STATE, file + " is not a folder, but must be one", hint));
    }
    boolean isForeign = folder != null && !folder.own();
    if (nearest != null && !isForeign && !computer.isWritable(nearest.path())) {
      return List.of(notWritable(nearest));
    }
    if (folder == null) {
      return List.of(Finding.ok(CheckName.STATE, state + " does not exist yet"));
    }
    List<Found> all = new ArrayList<>(List.of(folder));
    all.addAll(computer.inside(state));
    Found foreign = all.stream().filter(it -> !it.own()).findFirst().orElse(null);
    if (foreign != null) {
      // This happens after "sudo keyturn".
      String hint = "sudo chown -R \"$USER\" " + ShellCommand.of(state);
      return List.of(
          Finding.fail(CheckName.STATE, foreign.path() + " belongs to another user", hint));
    }
    List<Finding> open = all.stream().filter(KeyturnChecks::isOpen).map(this::open).toList();
    return open.isEmpty() ? List.of(Finding.ok(CheckName.STATE, state + sessions())) : open;
  }

  /** The state folder, or the one in which it cannot be created. */
  private Finding notWritable(Found nearest) {
    Failure failure = new FileFailure.NoStateFolder(state, nearest.path() + " is not writable");
    String hint = nearest.own() ? "chmod u+rwx " + ShellCommand.of(nearest.path()) : failure.hint();
    return new Finding(CheckName.STATE, Level.FAIL, failure.message(), hint, failure.name(), null);
  }

  private String sessions() {
    return encryption
        .state()
        .map(it -> "; its sessions are encrypted, with a key in " + it.place())
        .orElse("");
  }

  private static boolean isOpen(Found found) {
    return found.othersRead() || found.othersWrite();
  }

  private Finding open(Found found) {
    String mode = found.folder() ? "chmod 700 " : "chmod 600 ";
    return Finding.fail(
            CheckName.STATE,
            "other users can look into " + found.path(),
            mode + ShellCommand.of(found.path()))
        .repairedBy(() -> computer.makePrivate(found.path()));
  }
}
