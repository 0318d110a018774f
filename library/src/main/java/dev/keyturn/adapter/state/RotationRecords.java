package dev.keyturn.adapter.state;

import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.credential.Secret.Reveal;
import dev.keyturn.domain.iam.key.KeyRoute;
import dev.keyturn.domain.iam.key.RotationJournal;
import dev.keyturn.domain.iam.key.UnfinishedRotation;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Begun;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Created;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Made;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Stored;
import dev.keyturn.domain.iam.key.UnfinishedRotation.Written;
import dev.keyturn.domain.store.StorePlace;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Unfinished rotations, as one record for each user. */
public final class RotationRecords implements RotationJournal {

  private static final String ROTATIONS = "rotations";

  private final Records records;

  /** Kept in {@code records}, which only their owner can read. */
  public RotationRecords(Records records) {
    this.records = records;
  }

  @Override
  public List<UnfinishedRotation> all() {
    return records.readAll(ROTATIONS).stream()
        .flatMap(fields -> rotation(fields.getOrDefault("key", ""), fields).stream())
        .toList();
  }

  @Override
  public Optional<UnfinishedRotation> find(String user) {
    return records.read(ROTATIONS, user).flatMap(fields -> rotation(user, fields));
  }

  /** A record that is incomplete counts as missing, as one of a later version does. */
  private static Optional<UnfinishedRotation> rotation(String user, Map<String, String> fields) {
    String old = fields.getOrDefault("old", "");
    String id = fields.getOrDefault("new", "");
    return switch (fields.getOrDefault("stage", "")) {
      case "begun" ->
          when(fields)
              .map(when ->
                  new Begun(user, old, List.of(fields.getOrDefault("known", "").split(" ")), when));
      case "created" ->
          Optional.ofNullable(fields.get("secret"))
              .map(secret ->
                  new Created(user, old, new AccessKey(id, Secret.of(secret)), route(fields)));
      case "stored" ->
          Optional.of(route(fields))
              .filter(route -> !route.stores().isEmpty())
              .map(route -> new Stored(user, old, id, route));
      case "written" -> Optional.of(new Written(user, old, id, places(fields, "from")));
      default -> Optional.empty();
    };
  }

  private static KeyRoute route(Map<String, String> fields) {
    return new KeyRoute(
        places(fields, "to").stream().findFirst().orElse(null),
        places(fields, "from"),
        places(fields, "stores"),
        fields.getOrDefault("stage", "").equals("created"));
  }

  private static List<StorePlace> places(Map<String, String> fields, String name) {
    return fields
        .getOrDefault(name, "")
        .lines()
        .flatMap(it -> StorePlace.find(it).stream())
        .toList();
  }

  private static Optional<Instant> when(Map<String, String> fields) {
    try {
      return Optional.of(Instant.ofEpochSecond(Long.parseLong(fields.getOrDefault("when", ""))));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }

  @Override
  public void note(UnfinishedRotation rotation) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("old", rotation.old());
    if (rotation instanceof Begun begun) {
      fields.put("stage", "begun");
      fields.put("known", String.join(" ", begun.known()));
      fields.put("when", Long.toString(begun.when().getEpochSecond()));
    } else if (rotation instanceof Created created) {
      fields.put("stage", "created");
      fields.put("secret", created.key().secret().reveal(Reveal.STORE));
    } else if (rotation instanceof Stored) {
      fields.put("stage", "stored");
    } else if (rotation instanceof Written written) {
      fields.put("stage", "written");
      fields.put("new", written.id());
      fields.put("from", text(written.left()));
    }
    if (rotation instanceof Made made) {
      fields.put("new", made.id());
      StorePlace to = made.route().to();
      fields.put("to", to == null ? "" : to.text());
      fields.put("from", text(made.route().from()));
      fields.put("stores", text(made.route().stores()));
    }
    records.write(ROTATIONS, rotation.user(), fields);
  }

  private static String text(List<StorePlace> places) {
    return places.stream().map(StorePlace::text).collect(Collectors.joining("\n"));
  }

  @Override
  public void forget(String user) {
    records.remove(ROTATIONS, user);
  }
}
