package dev.keyturn.cli.command.keys;

import dev.keyturn.cli.command.keys.RotationReport.Try;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.profile.Confirmation;
import dev.keyturn.cli.command.profile.PlaceValue;
import dev.keyturn.cli.command.profile.ProfileChoice;
import dev.keyturn.cli.command.profile.ProfileUsers;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.iam.key.KeyDeletion;
import dev.keyturn.domain.iam.key.KeyRotation;
import dev.keyturn.domain.store.StorePlace;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code keyturn keys rotate}: replaces an access key in all its places by a new one. */
public final class KeysRotateCommand implements Command {

  private static final Flag ALL =
      Option.flag("--all", "Rotate the key of every profile that has one of its own.");

  private static final Flag DELETE =
      Option.flag(
          "--delete", "Delete the old key without asking; otherwise it is only deactivated.");

  private static final Flag DROP_SESSIONS =
      Option.flag(
          "--drop-sessions",
          "Forget the sessions of the old key instead of keeping them for the new one.");

  private static final ValueOption<StorePlace> TO =
      PlaceValue.to("Put the new key in PLACE instead of where the old one is: ");

  private final Map<String, String> environment;
  private final ProfileUsers users;
  private final KeyRotation rotation;
  private final RotationConsent consent;
  private final RotationReport report;

  public KeysRotateCommand(
      Map<String, String> environment,
      ProfileUsers users,
      KeyRotation rotation,
      RotationConsent consent,
      RotationReport report) {
    this.environment = environment;
    this.users = users;
    this.rotation = rotation;
    this.consent = consent;
    this.report = report;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(
            ALL,
            DELETE,
            DROP_SESSIONS,
            TO,
            Confirmation.YES,
            ProfileChoice.OPTION,
            CommonOptions.OUTPUT)
        .rarely(ProfileUsers.RARE)
        .taking(ProfileChoice.PROFILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.MAKES_SESSION, ExitCode.NO)
        .example("keyturn keys rotate account1", "replace the access key of account1")
        .example(
            "keyturn keys rotate account1 --to keychain",
            "put the new secret in the keychain, never in a file")
        .example("keyturn keys rotate --all --delete", "replace all keys, and delete the old ones");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    KeyRotation.Request request =
        new KeyRotation.Request(
            deletion(arguments),
            DROP_SESSIONS.in(arguments),
            TO.in(arguments).orElse(null),
            consent.of(arguments));
    List<Try> tries =
        profiles(arguments).stream()
            .map(profile ->
                Try.of(
                    profile.name(), () -> rotation.rotate(users.of(arguments, profile), request)))
            .toList();
    report.print(tries, arguments);
    return tries.stream()
        .map(Try::failure)
        .flatMap(Stream::ofNullable)
        .findFirst()
        .map(ExitCode::of)
        .orElse(tries.stream().anyMatch(Try::isDeclined) ? ExitCode.NO : ExitCode.DONE);
  }

  /** {@code --yes} alone deletes no key: only {@code --delete} or an answer does. */
  private static KeyDeletion deletion(Arguments arguments) {
    if (DELETE.in(arguments)) {
      return KeyDeletion.ALWAYS;
    }
    return Confirmation.YES.in(arguments) ? KeyDeletion.NEVER : KeyDeletion.IF_CONFIRMED;
  }

  private List<ProfileChoice> profiles(Arguments arguments) {
    if (!ALL.in(arguments)) {
      return List.of(ProfileChoice.of(arguments, environment));
    }
    if (ProfileChoice.PROFILE.isIn(arguments) || ProfileChoice.OPTION.isIn(arguments)) {
      throw new Failure.Usage(
              "--all and a profile cannot be used together",
              arguments.typed().withoutWords(ProfileChoice.OPTION))
          .exception();
    }
    List<String> names = users.withKeysOfTheirOwn();
    if (names.isEmpty()) {
      report.nothing();
    }
    return names.stream().map(name -> new ProfileChoice(name, true)).toList();
  }
}
