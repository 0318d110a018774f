package dev.keyturn.domain.store.move;

import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.edit.Edit;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.edit.Place;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.failure.ProfileFailure;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.mfa.Totp;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.ProfileSetting;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.PlanValue;
import dev.keyturn.domain.profile.plan.SessionPlan;
import dev.keyturn.domain.store.ItemName;
import dev.keyturn.domain.store.SecretStores;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.StoredSecret;
import dev.keyturn.domain.text.ShellCommand;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores the seeds of MFA devices, so that Keyturn can compute their codes. */
public final class SeedDeposit {

  private static final String PLACE = ProfileSetting.KEYTURN_MFA_SEED.label();

  private final ProfileFiles files;
  private final SecretStores stores;
  private final KeyCopies copies;
  private final EditJournal journal;

  /**
   * For {@code stores}, as named by the profiles of {@code files}.
   *
   * @param copies knows the stores that may have a copy
   * @param journal the journal of edits
   */
  public SeedDeposit(
      ProfileFiles files, SecretStores stores, KeyCopies copies, EditJournal journal) {
    this.files = files;
    this.stores = stores;
    this.copies = copies;
    this.journal = journal;
  }

  /**
   * The seed of a profile's device.
   *
   * @param section the section that names its place
   * @param device the device
   * @param place its present or new place
   */
  public record Seed(String section, MfaDevice device, StorePlace place) {

    private ItemName name() {
      return ItemName.ofSeed(device.serialNumber());
    }
  }

  /**
   * The seed that the files name for the profile of {@code plan}.
   *
   * @throws FailureException {@code ProfileFailure.Bad} when they name no seed
   */
  public Seed kept(SessionPlan plan) {
    StorePlace place = plan.codes().seedPlace();
    if (place == null) {
      throw new ProfileFailure.Bad(
              plan.profile(),
              "profile '" + plan.profile() + "' names no place for the secret key of its device",
              ShellCommand.of("keyturn", "store", "add-seed", plan.profile(), "--to", "keychain"))
          .exception();
    }
    return of(plan, place);
  }

  /**
   * The seed of the device of {@code plan}, for {@code place}.
   *
   * @throws FailureException {@code ProfileFailure.Bad} when it names no device, or the place is a
   *     file that every program can read
   */
  public Seed of(SessionPlan plan, StorePlace place) {
    MfaDevice device = plan.device();
    if (device == null) {
      throw new ProfileFailure.Bad(
              plan.profile(),
              "profile '" + plan.profile() + "' does not name its MFA device",
              ShellCommand.of(
                      "keyturn", "config", "set", "profile." + plan.profile() + ".mfa_serial")
                  + " ARN")
          .exception();
    }
    if (place.kind() == StorePlace.Kind.AWS_FILES) {
      throw new ProfileFailure.Bad(
              plan.profile(),
              "the AWS files cannot keep the secret key of an MFA device: every program reads them",
              ShellCommand.of("keyturn", "store", "add-seed", plan.profile(), "--to", "keychain"))
          .exception();
    }
    return new Seed(plan.profile(), device, place);
  }

  /**
   * The generator of its codes; opens the store.
   *
   * @throws FailureException {@code StoreFailure} when the store cannot be used, or does not have
   *     the seed
   */
  public Totp open(Seed seed) {
    StoredSecret stored = stores.at(seed.place()).get(seed.name());
    return Totp.of(stored::hmac);
  }

  /**
   * Checks that it can be stored, before a person types it.
   *
   * @throws FailureException {@code FileFailure.Unwritable}
   */
  public void check() {
    files.checkWritable(FileKind.CONFIG);
  }

  /**
   * Whether storing {@code secret} would overwrite a different seed of the device; opens the store.
   *
   * @param secret base32
   * @throws FailureException {@code StoreFailure} when the store cannot be used
   */
  public boolean replaces(Seed seed, Secret secret) {
    return new KeyDeposit(stores).hasOther(seed.place(), seed.name(), secret);
  }

  /**
   * Stores {@code secret}, then names its place in the config file. If the process is killed in
   * between, the place is recorded.
   *
   * @param secret base32
   * @throws FailureException {@code StoreFailure} when the store cannot be used; {@code
   *     FileFailure} when the file cannot be changed
   */
  public void keep(Seed seed, Secret secret) {
    check();
    // What a place cannot do, it says when it is opened: then there is nothing to note.
    stores.at(seed.place()).prepare();
    UnfinishedMove begun = copies.begin(seed.name(), List.of(seed.place()));
    new KeyDeposit(stores).put(seed.place(), seed.name(), secret);
    String section = inConfig(seed.section());
    files.edit(
        FileKind.CONFIG, now -> List.of(new Change.Set(section, PLACE, seed.place().text())));
    copies.settle(begun, seed.place());
    made("store add-seed", seed);
  }

  /**
   * The seed that the profile's own section names, so that it can be removed there.
   *
   * @throws FailureException {@code ProfileFailure.Bad} when no section names one, or only that of
   *     a source profile does
   */
  public Seed own(SessionPlan plan) {
    return own(plan, kept(plan));
  }

  /**
   * The same for a device other than {@code plan}'s: one that the user no longer has.
   *
   * @throws FailureException as {@link #own(SessionPlan)}
   */
  public Seed own(SessionPlan plan, MfaDevice device) {
    StorePlace place = plan.codes().seedPlace();
    return place == null ? own(plan) : own(plan, new Seed(plan.profile(), device, place));
  }

  private Seed own(SessionPlan plan, Seed seed) {
    AwsConfiguration now = files.read();
    if (line(now, seed.section()).isPresent()) {
      return seed;
    }
    String owner = owner(now, plan);
    throw new ProfileFailure.Bad(
            plan.profile(),
            "profile '" + plan.profile() + "' uses the secret key that profile '" + owner + "' has",
            ShellCommand.of("keyturn", "store", "remove-seed", owner))
        .exception();
  }

  private static String owner(AwsConfiguration now, SessionPlan plan) {
    for (PlanValue value : plan.values()) {
      for (Section section : now.profiles().values()) {
        Setting line = section.filled(PLACE).orElse(null);
        if (line != null && value.name().equals(PLACE) && line.origin().equals(value.origin())) {
          return section.name();
        }
      }
    }
    return plan.profile();
  }

  /**
   * Removes the place of a seed from the files, and the seed from its store, unless another profile
   * may use it.
   *
   * @return the profile that still uses it; null if it was removed
   * @throws FailureException as {@link #keep}
   */
  public @Nullable String remove(Seed seed) {
    String section = seed.section();
    boolean inCredentials =
        files.read().credentials(section).flatMap(it -> it.filled(PLACE)).isPresent();
    UnfinishedMove begun = copies.begin(seed.name(), List.of(seed.place()));
    files.edit(FileKind.CONFIG, now -> List.of(new Change.Unset(inConfig(section), PLACE)));
    if (inCredentials) {
      files.edit(FileKind.CREDENTIALS, now -> List.of(new Change.Unset(section, PLACE)));
    }
    String user = copies.user(seed.name(), seed.place());
    copies.settle(begun, null);
    made("store remove-seed", seed);
    return user;
  }

  /**
   * Removes a seed that no profile uses; does nothing if there is none.
   *
   * @throws FailureException {@code ProfileFailure.Bad} when a profile may use it; {@code
   *     StoreFailure} when the store cannot be used
   */
  public void remove(MfaDevice device, StorePlace place) {
    ItemName name = ItemName.ofSeed(device.serialNumber());
    String user = copies.user(name, place);
    if (user != null) {
      throw new ProfileFailure.Bad(
              user,
              "profile '" + user + "' may use the secret key of " + device + " in " + place,
              ShellCommand.of(
                  "keyturn", "store", "remove-seed", user, "--device", device.serialNumber()))
          .exception();
    }
    copies.remove(name, place);
  }

  private void made(String command, Seed seed) {
    String file = files.read().configFile();
    Place place = new Place(FileKind.CONFIG, file, inConfig(seed.section()));
    journal.recordMade(Edit.ofKey(command, List.of(place)));
  }

  private static Optional<Setting> line(AwsConfiguration now, String section) {
    return now.profile(section).flatMap(it -> it.filled(PLACE));
  }

  private static String inConfig(String section) {
    return section.equals("default") ? section : "profile " + section;
  }
}
