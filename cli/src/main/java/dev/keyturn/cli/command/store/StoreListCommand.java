package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.cli.command.text.Table;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.session.store.SessionEncryption;
import dev.keyturn.domain.store.move.KeyInventory.Entry;
import dev.keyturn.domain.store.move.KeyInventory.Inventory;
import dev.keyturn.domain.store.move.KeyInventory.Seed;
import dev.keyturn.domain.store.move.Leftover;
import dev.keyturn.domain.text.ShellCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** {@code keyturn store list}: lists long-term keys and their places. */
public final class StoreListCommand implements Command {

  private final Supplier<Inventory> inventory;
  private final SessionEncryption encryption;
  private final Output output;

  public StoreListCommand(
      Supplier<Inventory> inventory, SessionEncryption encryption, Output output) {
    this.inventory = inventory;
    this.encryption = encryption;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(CommonOptions.OUTPUT);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.READS)
        .example("keyturn store list", "list keys and their places; nothing is decrypted")
        .example("keyturn store list --output json", "the same for scripts");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    Inventory found = inventory.get();
    if (CommonOptions.wantsJson(arguments)) {
      output.line(
          Json.object(to -> {
            to.writeArrayPropertyStart("keys");
            found.entries().forEach(entry -> write(to, entry));
            to.writeEndArray();
            to.writeArrayPropertyStart("mfa_seeds");
            found.seeds().forEach(seed -> write(to, seed));
            to.writeEndArray();
            to.writeArrayPropertyStart("unused_session_keys");
            encryption.unusedKeys().forEach(place -> to.writeString(place.text()));
            to.writeEndArray();
          }));
    } else if (found.entries().isEmpty()) {
      output.line("no long-term keys");
    } else {
      output.text(table(found.entries()));
    }
    if (!CommonOptions.wantsJson(arguments) && !found.seeds().isEmpty()) {
      output.text("\n" + tableOfSeeds(found.seeds()));
    }
    for (Failure failure : found.failures()) {
      output.note(failure.message());
    }
    if (!CommonOptions.wantsJson(arguments)) {
      found.entries().forEach(entry -> printNext(entry, found.leftovers()));
      found.seeds().forEach(this::printNext);
      CacheText.printUnused(encryption, output);
    }
    return ExitCode.DONE;
  }

  /** What to do with a key that no profile uses. */
  private void printNext(Entry entry, List<Leftover> leftovers) {
    if (entry.section() != null) {
      return;
    }
    String id = entry.accessKeyId();
    String rotation =
        leftovers.stream()
            .filter(it -> it.name().id().equals(id))
            .flatMap(it -> Stream.ofNullable(it.rotation()))
            .findFirst()
            .orElse(null);
    output.error(
        rotation == null
            ? ("to remove " + id + " from " + entry.place() + ": ")
                + ShellCommand.of(
                    "keyturn", "store", "remove", "--access-key-id", id, "--from", entry.place())
            : ("to finish the rotation that " + id + " belongs to: ")
                + ShellCommand.of("keyturn", "keys", "rotate", rotation));
  }

  private void printNext(Seed seed) {
    if (seed.section() == null) {
      output.error(
          "to remove the secret key of "
              + seed.device()
              + ": "
              + ShellCommand.of(
                  "keyturn",
                  "store",
                  "remove-seed",
                  "--device",
                  seed.device(),
                  "--from",
                  seed.place()));
    }
  }

  private static void write(JsonGenerator to, Entry entry) {
    to.writeStartObject();
    Json.text(to, "profile", entry.section());
    to.writeStringProperty("access_key_id", AccessKey.shown(entry.accessKeyId()));
    to.writeStringProperty("place", entry.place());
    presence(to, entry.present());
    to.writeEndObject();
  }

  private static void write(JsonGenerator to, Seed seed) {
    to.writeStartObject();
    Json.text(to, "profile", seed.section());
    to.writeStringProperty("device", seed.device());
    to.writeStringProperty("place", seed.place());
    presence(to, seed.present());
    to.writeEndObject();
  }

  private static void presence(JsonGenerator to, @Nullable Boolean present) {
    if (present == null) {
      to.writeNullProperty("present");
    } else {
      to.writeBooleanProperty("present", present);
    }
  }

  private static String table(List<Entry> entries) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("PROFILE", "ACCESS KEY", "PLACE", "STATE"));
    for (Entry entry : entries) {
      String section = entry.section();
      rows.add(
          List.of(
              section == null ? "-" : section,
              AccessKey.shown(entry.accessKeyId()),
              entry.place(),
              state(section, entry.present())));
    }
    return Table.text(rows);
  }

  private static String tableOfSeeds(List<Seed> seeds) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("PROFILE", "SECRET KEY OF MFA DEVICE", "PLACE", "STATE"));
    for (Seed seed : seeds) {
      String section = seed.section();
      rows.add(
          List.of(
              section == null ? "-" : section,
              seed.device(),
              seed.place(),
              state(section, seed.present())));
    }
    return Table.text(rows);
  }

  private static String state(@Nullable String section, @Nullable Boolean present) {
    if (section == null) {
      return present == null ? "may be left there; no profile uses it" : "no profile uses it";
    }
    return present == null ? "not shown until unlocked" : present ? "ok" : "missing";
  }
}
