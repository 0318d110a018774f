package dev.keyturn.cli.command.store;

import dev.keyturn.cli.command.line.Argument;
import dev.keyturn.cli.command.line.Arguments;
import dev.keyturn.cli.command.line.Command;
import dev.keyturn.cli.command.line.CommonOptions;
import dev.keyturn.cli.command.line.ExitCode;
import dev.keyturn.cli.command.line.Manual;
import dev.keyturn.cli.command.line.Syntax;
import dev.keyturn.cli.command.port.Output;
import dev.keyturn.cli.command.profile.PlaceValue;
import dev.keyturn.cli.command.text.Json;
import dev.keyturn.cli.command.text.Table;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.session.store.SessionEncryption;
import dev.keyturn.domain.session.store.SessionEncryption.State;
import dev.keyturn.domain.store.SecretStore.Condition;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.KeyInventory;
import dev.keyturn.domain.store.move.KeyInventory.PlaceState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code keyturn store status}: shows which stores can be used right now. */
public final class StoreStatusCommand implements Command {

  private static final Argument<StorePlace> PLACES = PlaceValue.any();

  private final ProfileFiles files;
  private final KeyInventory inventory;
  private final SessionEncryption encryption;
  private final Output output;

  public StoreStatusCommand(
      ProfileFiles files, KeyInventory inventory, SessionEncryption encryption, Output output) {
    this.files = files;
    this.inventory = inventory;
    this.encryption = encryption;
    this.output = output;
  }

  @Override
  public Syntax syntax() {
    return Syntax.of(CommonOptions.OUTPUT).taking(PLACES);
  }

  @Override
  public Manual manual() {
    return Manual.ending(Manual.READS)
        .example("keyturn store status", "show which places are open, locked or unavailable")
        .example("keyturn store status keychain", "show one place");
  }

  @Override
  public ExitCode run(Arguments arguments) {
    List<PlaceState> states = states(PLACES.in(arguments));
    if (CommonOptions.wantsJson(arguments)) {
      output.line(json(states));
    } else {
      output.text(table(states));
      output.line("");
      output.line("session cache: " + sessions());
    }
    return ExitCode.DONE;
  }

  private List<PlaceState> states(List<StorePlace> wanted) {
    AwsConfiguration configuration = files.read();
    List<PlaceState> states = new ArrayList<>(inventory.places(configuration, wanted));
    StorePlace ofCache = encryption.state().flatMap(it -> StorePlace.find(it.place())).orElse(null);
    if (wanted.isEmpty()
        && ofCache != null
        && states.stream().noneMatch(it -> it.place().equals(ofCache))) {
      states.addAll(inventory.places(configuration, List.of(ofCache)));
    }
    return states;
  }

  private String sessions() {
    return encryption
        .state()
        .map(state -> "encrypted; its key is in " + state.place())
        .orElse("not encrypted");
  }

  private String json(List<PlaceState> states) {
    return Json.object(to -> {
      to.writeArrayPropertyStart("places");
      for (PlaceState state : states) {
        to.writeStartObject();
        to.writeStringProperty("place", state.place().text());
        to.writeStringProperty("state", word(state.condition()));
        to.writeStringProperty("detail", state.condition().detail());
        to.writeEndObject();
      }
      to.writeEndArray();
      State sessions = encryption.state().orElse(null);
      to.writeObjectPropertyStart("session_cache");
      to.writeBooleanProperty("encrypted", sessions != null);
      Json.text(to, "place", sessions == null ? null : sessions.place());
      to.writeEndObject();
    });
  }

  private static String table(List<PlaceState> states) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("PLACE", "STATE", "DETAIL"));
    for (PlaceState state : states) {
      rows.add(List.of(state.place().text(), word(state.condition()), state.condition().detail()));
    }
    return Table.text(rows);
  }

  private static String word(Condition condition) {
    return condition.state().name().toLowerCase(Locale.ROOT);
  }
}
