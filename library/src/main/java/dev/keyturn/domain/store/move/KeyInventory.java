package dev.keyturn.domain.store.move;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.SecretStore.Condition;
import dev.keyturn.domain.store.SecretStores;
import dev.keyturn.domain.store.StorePlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which long-term keys there are, and in which places. Opens no place and asks nobody. */
public final class KeyInventory {

  private static final String STORE = ProfileSetting.KEYTURN_STORE.label();
  private static final String STORED_ID = ProfileSetting.KEYTURN_ACCESS_KEY_ID.label();
  private static final String SEED_PLACE = ProfileSetting.KEYTURN_MFA_SEED.label();
  private static final String ID = "aws_access_key_id";
  private static final String TOKEN = "aws_session_token";

  /** Places that are looked at even where no profile names them: each shows what it has. */
  private static final List<StorePlace> USUAL =
      List.of(StorePlace.parse("keychain"), StorePlace.parse("encrypted-file"));

  private final SecretStores stores;

  /** Of the places of {@code stores}. */
  public KeyInventory(SecretStores stores) {
    this.stores = stores;
  }

  /**
   * A long-term key.
   *
   * @param section the section that contains it or names its place; null for a key that no profile
   *     uses
   * @param accessKeyId the key
   * @param place where it is, as written
   * @param present whether the place has it; null where the place does not show that
   */
  public record Entry(
      @Nullable String section, String accessKeyId, String place, @Nullable Boolean present) {}

  /**
   * The seed of an MFA device.
   *
   * @param section the section that names its place; null where none does
   * @param device the serial number; empty where the section does not say it
   * @param place where it is, as written
   * @param present as of {@link Entry}
   */
  public record Seed(
      @Nullable String section, String device, String place, @Nullable Boolean present) {}

  /**
   * What is known without opening a place.
   *
   * @param entries the keys
   * @param seeds the seeds of MFA devices
   * @param failures why places could not be looked at
   */
  public record Inventory(List<Entry> entries, List<Seed> seeds, List<Failure> failures) {}

  /**
   * A place and its state.
   *
   * @param place the place
   * @param condition its state
   */
  public record PlaceState(StorePlace place, Condition condition) {}

  /** The keys of {@code files}, and those that places show beyond them. */
  public Inventory of(AwsConfiguration files) {
    List<Failure> failures = new ArrayList<>();
    Map<StorePlace, List<ItemName>> shown = new LinkedHashMap<>();
    for (StorePlace place : places(files)) {
      names(place, files, failures).ifPresent(names -> shown.put(place, names));
    }
    List<Entry> entries = new ArrayList<>();
    Set<String> named = new LinkedHashSet<>();
    for (Section section : files.profiles().values()) {
      entry(section, shown)
          .ifPresent(entry -> {
            entries.add(entry);
            named.add(entry.place() + " " + entry.accessKeyId());
          });
    }
    shown.forEach((place, names) -> {
      for (ItemName name : names) {
        if (name.kind() == ItemName.Kind.ACCESS_KEY
            && !named.contains(place.text() + " " + name.id())) {
          entries.add(new Entry(null, name.id(), place.text(), true));
        }
      }
    });
    return new Inventory(List.copyOf(entries), seeds(files, shown), List.copyOf(failures));
  }

  private static List<Seed> seeds(AwsConfiguration files, Map<StorePlace, List<ItemName>> shown) {
    List<Seed> seeds = new ArrayList<>();
    Set<String> named = new LinkedHashSet<>();
    for (Section section : files.profiles().values()) {
      section
          .value(SEED_PLACE)
          .ifPresent(place -> {
            String device = section.value("mfa_serial").orElse("");
            seeds.add(new Seed(section.name(), device, place, has(shown, place, device)));
            named.add(place + " " + device);
          });
    }
    shown.forEach((place, names) -> {
      for (ItemName name : names) {
        if (name.kind() == ItemName.Kind.MFA_SEED
            && !named.contains(place.text() + " " + name.id())) {
          seeds.add(new Seed(null, name.id(), place.text(), true));
        }
      }
    });
    return List.copyOf(seeds);
  }

  private static @Nullable Boolean has(
      Map<StorePlace, List<ItemName>> shown, String place, String device) {
    for (Map.Entry<StorePlace, List<ItemName>> entry : shown.entrySet()) {
      if (entry.getKey().text().equals(place)) {
        return entry.getValue().contains(ItemName.ofSeed(device));
      }
    }
    return null;
  }

  /** The state of every place that a profile names, and of the usual ones. */
  public List<PlaceState> places(AwsConfiguration files, List<StorePlace> wanted) {
    return (wanted.isEmpty() ? places(files) : wanted)
        .stream().map(place -> new PlaceState(place, stores.at(place).condition())).toList();
  }

  /** Where a place shows nothing, that a key is not seen says nothing. */
  private Optional<List<ItemName>> names(
      StorePlace place, AwsConfiguration files, List<Failure> failures) {
    if (place.kind() == StorePlace.Kind.PKCS11) {
      return Optional.empty();
    }
    try {
      return Optional.of(stores.at(place).names());
    } catch (FailureException e) {
      if (isNamed(place, files)) {
        failures.add(e.failure());
      }
      return Optional.empty();
    }
  }

  private static boolean isNamed(StorePlace place, AwsConfiguration files) {
    return files.profiles().values().stream()
        .anyMatch(section ->
            section.value(STORE).filter(place.text()::equals).isPresent()
                || section.value(SEED_PLACE).filter(place.text()::equals).isPresent());
  }

  private static Optional<Entry> entry(Section section, Map<StorePlace, List<ItemName>> shown) {
    Optional<String> inFile = section.value(ID).filter(id -> !id.isBlank());
    if (inFile.isPresent()) {
      return section.value(TOKEN).isPresent()
          ? Optional.empty()
          : Optional.of(new Entry(section.name(), inFile.get(), StorePlace.AWS_FILES.text(), true));
    }
    return section.value(STORE).map(place -> stored(section, place, shown));
  }

  private static Entry stored(
      Section section, String place, Map<StorePlace, List<ItemName>> shown) {
    String id = section.value(STORED_ID).orElse("");
    List<ItemName> names =
        shown.entrySet().stream()
            .filter(it -> it.getKey().text().equals(place))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(null);
    return new Entry(
        section.name(), id, place, names == null ? null : names.contains(ItemName.ofKey(id)));
  }

  private static List<StorePlace> places(AwsConfiguration files) {
    Set<StorePlace> places = new LinkedHashSet<>(USUAL);
    for (Section section : files.profiles().values()) {
      section.value(STORE).flatMap(StorePlace::find).ifPresent(places::add);
      section.value(SEED_PLACE).flatMap(StorePlace::find).ifPresent(places::add);
    }
    // Of the AWS files every program reads all: they are no store.
    places.remove(StorePlace.AWS_FILES);
    return List.copyOf(places);
  }
}
