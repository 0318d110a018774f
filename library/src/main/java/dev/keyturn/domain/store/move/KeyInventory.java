package dev.keyturn.domain.store.move;

import dev.keyturn.domain.failure.Failure;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.PlanValue;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.SecretStore.Condition;
import dev.keyturn.domain.store.SecretStores;
import dev.keyturn.domain.store.StorePlace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists the long-term keys and their places. Opens no store and asks nobody. */
public final class KeyInventory {

  private static final String STORE = ProfileSetting.KEYTURN_STORE.label();
  private static final String STORED_ID = ProfileSetting.KEYTURN_ACCESS_KEY_ID.label();
  private static final String SEED_PLACE = ProfileSetting.KEYTURN_MFA_SEED.label();
  private static final String ID = "aws_access_key_id";
  private static final String TOKEN = "aws_session_token";

  /** Stores that are listed even if no profile names them, because they show their content. */
  private static final List<StorePlace> USUAL =
      List.of(StorePlace.parse("keychain"), StorePlace.parse("encrypted-file"));

  private final SecretStores stores;
  private final Supplier<List<Leftover>> leftovers;

  /**
   * For {@code stores}.
   *
   * @param leftovers the secrets that interrupted commands may have left
   */
  public KeyInventory(SecretStores stores, Supplier<List<Leftover>> leftovers) {
    this.stores = stores;
    this.leftovers = leftovers;
  }

  /**
   * A long-term key.
   *
   * @param section the section that contains it or names its place; null for a key that no profile
   *     uses
   * @param accessKeyId the key
   * @param place its place, as written
   * @param present whether the store has it; null if the store does not show that
   */
  public record Entry(
      @Nullable String section, String accessKeyId, String place, @Nullable Boolean present) {}

  /**
   * The seed of an MFA device.
   *
   * @param section the section that names its place; null if none does
   * @param device the serial number; empty if the section does not name it
   * @param place its place, as written
   * @param present as in {@link Entry}
   */
  public record Seed(
      @Nullable String section, String device, String place, @Nullable Boolean present) {}

  /**
   * What is known without opening a store.
   *
   * @param entries the keys
   * @param seeds the seeds of MFA devices
   * @param leftovers the secrets that interrupted commands may have left
   * @param failures why stores could not be read
   */
  public record Inventory(
      List<Entry> entries, List<Seed> seeds, List<Leftover> leftovers, List<Failure> failures) {}

  /**
   * A place and its state.
   *
   * @param place the place
   * @param condition its state
   */
  public record PlaceState(StorePlace place, Condition condition) {}

  private record Item(StorePlace place, ItemName name) {}

  /**
   * The keys of {@code files}, and those that stores show in addition.
   *
   * @param plans the plans of all profiles, which tell the device of a section's seed
   */
  public Inventory of(AwsConfiguration files, List<SessionPlan> plans) {
    List<Failure> failures = new ArrayList<>();
    Map<StorePlace, List<ItemName>> shown = new LinkedHashMap<>();
    for (StorePlace place : places(files)) {
      names(place, files, failures).ifPresent(names -> shown.put(place, names));
    }
    return new Inventory(keys(files, shown), seeds(files, plans, shown), leftovers.get(), failures);
  }

  private List<Entry> keys(AwsConfiguration files, Map<StorePlace, List<ItemName>> shown) {
    List<Entry> entries = new ArrayList<>();
    Set<Item> named = new LinkedHashSet<>();
    for (Section section : files.profiles().values()) {
      for (Entry entry : entries(section, shown)) {
        entries.add(entry);
        add(named, entry.place(), ItemName.ofKey(entry.accessKeyId()));
      }
    }
    for (Item item : unnamed(ItemName.Kind.ACCESS_KEY, shown, named)) {
      entries.add(new Entry(null, item.name().id(), item.place().text(), present(item, shown)));
    }
    return List.copyOf(entries);
  }

  private List<Seed> seeds(
      AwsConfiguration files, List<SessionPlan> plans, Map<StorePlace, List<ItemName>> shown) {
    List<Seed> seeds = new ArrayList<>();
    Set<Item> named = new LinkedHashSet<>();
    for (Section section : files.profiles().values()) {
      Setting line = section.filled(SEED_PLACE).orElse(null);
      for (String device : line == null ? Set.<String>of() : devices(section, line, plans)) {
        ItemName name = ItemName.ofSeed(device);
        String place = Objects.requireNonNull(line).value();
        seeds.add(new Seed(section.name(), device, place, present(place, name, shown)));
        add(named, place, name);
      }
    }
    for (Item item : unnamed(ItemName.Kind.MFA_SEED, shown, named)) {
      seeds.add(new Seed(null, item.name().id(), item.place().text(), present(item, shown)));
    }
    return List.copyOf(seeds);
  }

  /** The devices of the profiles that take their codes from the store on this line. */
  private static Set<String> devices(Section section, Setting line, List<SessionPlan> plans) {
    Set<String> devices = new LinkedHashSet<>();
    for (SessionPlan plan : plans) {
      MfaDevice device = plan.device();
      if (device != null && plan.values().stream().anyMatch(it -> isFrom(line, it))) {
        devices.add(device.serialNumber());
      }
    }
    return devices.isEmpty() ? Set.of(section.value("mfa_serial").orElse("")) : devices;
  }

  private static boolean isFrom(Setting line, PlanValue value) {
    return value.name().equals(SEED_PLACE) && line.origin().equals(value.origin());
  }

  private void add(Set<Item> named, String place, ItemName name) {
    StorePlace.find(place).map(stores::canonical).ifPresent(it -> named.add(new Item(it, name)));
  }

  /**
   * Secrets that no section names: those that stores show, and those that may be in stores that
   * show nothing.
   */
  private List<Item> unnamed(
      ItemName.Kind kind, Map<StorePlace, List<ItemName>> shown, Set<Item> named) {
    Set<Item> items = new LinkedHashSet<>();
    shown.forEach((place, names) -> names.forEach(name -> items.add(new Item(place, name))));
    for (Leftover left : leftovers.get()) {
      StorePlace place = stores.canonical(left.place());
      if (!shown.containsKey(place)) {
        items.add(new Item(place, left.name()));
      }
    }
    items.removeIf(item -> item.name().kind() != kind);
    items.removeAll(named);
    return List.copyOf(items);
  }

  private @Nullable Boolean present(
      String place, ItemName name, Map<StorePlace, List<ItemName>> shown) {
    return StorePlace.find(place)
        .map(it -> present(new Item(stores.canonical(it), name), shown))
        .orElse(null);
  }

  private static @Nullable Boolean present(Item item, Map<StorePlace, List<ItemName>> shown) {
    List<ItemName> names = shown.get(item.place());
    return names == null ? null : names.contains(item.name());
  }

  /** The state of every store that a profile names, and of the default ones. */
  public List<PlaceState> places(AwsConfiguration files, List<StorePlace> wanted) {
    return (wanted.isEmpty() ? places(files) : wanted)
        .stream().map(place -> new PlaceState(place, stores.at(place).condition())).toList();
  }

  /** If a store shows nothing, not seeing a key means nothing. */
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

  private boolean isNamed(StorePlace place, AwsConfiguration files) {
    return files.profiles().values().stream().anyMatch(section -> named(section).contains(place));
  }

  /** One or both: after an interrupted move, the key is in two places. */
  private List<Entry> entries(Section section, Map<StorePlace, List<ItemName>> shown) {
    String inFile = section.value(ID).filter(id -> !id.isBlank()).orElse(null);
    String place = section.value(STORE).orElse(null);
    List<Entry> entries = new ArrayList<>();
    if (inFile != null && section.value(TOKEN).isEmpty()) {
      entries.add(new Entry(section.name(), inFile, StorePlace.AWS_FILES.text(), true));
    }
    if (place != null && (inFile == null || section.value(TOKEN).isEmpty())) {
      String id = section.value(STORED_ID).orElse("");
      entries.add(new Entry(section.name(), id, place, present(place, ItemName.ofKey(id), shown)));
    }
    return entries;
  }

  /** Each once, by its canonical name. */
  private List<StorePlace> places(AwsConfiguration files) {
    Set<StorePlace> places = new LinkedHashSet<>();
    USUAL.forEach(place -> places.add(stores.canonical(place)));
    files.profiles().values().forEach(section -> places.addAll(named(section)));
    leftovers.get().forEach(left -> places.add(stores.canonical(left.place())));
    return List.copyOf(places);
  }

  /** The AWS files are not a store: every program can read them. */
  private List<StorePlace> named(Section section) {
    return Stream.of(STORE, SEED_PLACE)
        .flatMap(setting -> section.value(setting).stream())
        .flatMap(text -> StorePlace.find(text).stream())
        .filter(place -> place.kind() != StorePlace.Kind.AWS_FILES)
        .map(stores::canonical)
        .toList();
  }
}
