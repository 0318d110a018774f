package dev.keyturn.cli.command.keys;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Flag;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Option;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.line.Value;
import dev.keyturn.cli.command.line.ValueOption;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.port.file.TextFiles;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.iam.csv.AccessKeyCsv;
import dev.keyturn.domain.iam.csv.AccessKeyCsv.Entry;
import dev.keyturn.domain.iam.csv.KeyImport;
import dev.keyturn.domain.iam.csv.KeyImport.Imported;
import dev.keyturn.domain.iam.csv.KeyImport.Request;
import dev.keyturn.domain.text.ShellCommand;
import java.util.List;
import java.util.Locale;

/** {@code keyturn import}: puts the access keys of a CSV file into profiles. */
public final class ImportCommand implements Command {

  private static final Argument<String> FILE =
      Argument.required(Value.FILE, "CSV file with access keys, as AWS offers it for download.");

  private static final ValueOption<String> PROFILE =
      new ValueOption<>(
          "-p, --profile",
          Value.PROFILE,
          "Profile for the only key in the file (default: the name of its user).");

  private static final ValueOption<String> PREFIX =
      Option.text("--profile-prefix", "PREFIX", "Put PREFIX before each user name.");

  private static final Flag SKIP_INVALID =
      Option.flag("--skip-invalid", "Skip rows that lack a value.");

  private static final Flag FORCE =
      Option.flag("--force", "Overwrite other access keys of the same profiles.");

  private final TextFiles files;
  private final KeyImport keys;
  private final Output output;

  public ImportCommand(TextFiles files, KeyImport keys, Output output) {
    this.files = files;
    this.keys = keys;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(PROFILE, PREFIX, SKIP_INVALID, FORCE, CommonOptions.OUTPUT).taking(FILE);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.WRITES)
        .example("keyturn import alice_accessKeys.csv", "write the keys to profile alice")
        .example("keyturn import rootkey.csv -p work", "write the only key to profile work");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    String file = FILE.onlyIn(arguments);
    List<Entry> entries = AccessKeyCsv.parse(file, files.read(file), SKIP_INVALID.in(arguments));
    List<Imported> imported =
        keys.write(requests(arguments, file, entries), file, FORCE.in(arguments));
    if (CommonOptions.wantsJson(arguments)) {
      output.line(json(imported));
    } else {
      print(file, imported);
    }
    return ExitCode.DONE;
  }

  private static List<Request> requests(Arguments arguments, String file, List<Entry> entries) {
    String profile = PROFILE.in(arguments, "");
    if (!profile.isEmpty() && entries.size() != 1) {
      throw new Failure.Usage(
              file + " has " + entries.size() + " access keys, but only one profile was given",
              arguments.typed().without(PROFILE))
          .exception();
    }
    String prefix = PREFIX.in(arguments, "");
    return entries.stream()
        .map(entry ->
            new Request(
                profile.isEmpty() ? prefix + name(arguments, entry, file) : profile, entry.key()))
        .toList();
  }

  private static String name(Arguments arguments, Entry entry, String file) {
    if (entry.user().isEmpty()) {
      throw new Failure.Usage(
              file + " has no column 'User Name', so a profile is required",
              arguments.typed().with(PROFILE, "NAME"))
          .exception();
    }
    return entry.user();
  }

  private void print(String file, List<Imported> imported) {
    for (Imported one : imported) {
      output.line(
          switch (one.result()) {
            case ADDED, REPLACED ->
                ("access key " + one.accessKeyId() + " written to [" + one.place().section())
                    + ("] in " + one.place().file());
            case UNCHANGED ->
                one.place().file() + " has access key " + one.accessKeyId() + " already";
          });
    }
    if (!imported.isEmpty()) {
      String profile = imported.get(0).profile();
      output.line("next: " + ShellCommand.of("keyturn", "login", profile));
      output.line(
          "for a user without an MFA device, first: "
              + ShellCommand.of("keyturn", "mfa", "enroll", "-p", profile));
      output.note(AccessKeyCsv.leftOver(file));
    }
  }

  private static String json(List<Imported> imported) {
    return Json.object(to -> {
      to.writeArrayPropertyStart("imported");
      for (Imported one : imported) {
        to.writeStartObject();
        to.writeStringProperty("profile", one.profile());
        to.writeStringProperty("access_key_id", one.accessKeyId());
        to.writeStringProperty("file", one.place().file());
        to.writeStringProperty("section", one.place().section());
        to.writeStringProperty("result", one.result().name().toLowerCase(Locale.ROOT));
        to.writeEndObject();
      }
      to.writeEndArray();
    });
  }
}
