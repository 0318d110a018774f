package dev.keyturn.domain.iam.device;

import dev.keyturn.domain.edit.FileEdits;
import dev.keyturn.domain.edit.Place;
import dev.keyturn.domain.edit.SettingName;
import dev.keyturn.domain.failure.FailureException;
import dev.keyturn.domain.mfa.MfaDevice;
import dev.keyturn.domain.profile.file.AwsConfiguration;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.Section;
import dev.keyturn.domain.profile.file.Setting;
import dev.keyturn.domain.profile.plan.PlannedProfile;
import dev.keyturn.domain.profile.plan.SessionPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The lines of the AWS files that name MFA devices. Each layout has its own key for it, in its own
 * section. A file that cannot be written only causes a note: Keyturn finds the devices of a user
 * without it. Thread-safe as its port is.
 */
public final class DeviceLines {

  private static final Set<String> KEYS =
      Set.of("mfa_serial", "aws_mfa_device", "aws_arn_mfa", "aws_arn_mfa_device");

  /**
   * A line that was changed.
   *
   * @param place the section
   * @param key the setting
   * @param before the device that it named; null for a new line
   * @param after the device that it names now; null for a removed line
   */
  public record Changed(Place place, String key, @Nullable String before, @Nullable String after) {

    Change change() {
      return after == null
          ? new Change.Unset(place.section(), key)
          : new Change.Set(place.section(), key, after);
    }
  }

  private final FileEdits edits;
  private final String command;
  private final Consumer<String> notes;

  /**
   * Takes its collaborators.
   *
   * @param command which command changes the files, for their journal
   * @param notes takes messages about lines that could not be written
   */
  public DeviceLines(FileEdits edits, String command, Consumer<String> notes) {
    this.edits = edits;
    this.command = command;
    this.notes = notes;
  }

  /**
   * Names {@code device} as the device of {@code profile}, unless one of {@code enabled} is named
   * already.
   */
  List<Changed> name(PlannedProfile profile, MfaDevice device, List<MfaDevice> enabled) {
    MfaDevice named = profile.plan().device();
    if (named != null && enabled.contains(named)) {
      return List.of();
    }
    if (named != null) {
      return replace(profile.files(), named, device.serialNumber());
    }
    Place place = place(profile);
    return place == null
        ? List.of()
        : write(List.of(new Changed(place, key(profile.plan()), null, device.serialNumber())));
  }

  /** Removes every line that names {@code device}. */
  List<Changed> forget(AwsConfiguration files, MfaDevice device) {
    return replace(files, device, null);
  }

  /**
   * Replaces {@code before} by {@code after} in every line that names it; null removes the lines.
   */
  List<Changed> replace(AwsConfiguration files, MfaDevice before, @Nullable String after) {
    List<Changed> changes = new ArrayList<>();
    files.profiles().values().forEach(section -> add(changes, files, section, before, after));
    files.credentials().values().forEach(section -> add(changes, files, section, before, after));
    return write(changes);
  }

  private static void add(
      List<Changed> changes,
      AwsConfiguration files,
      Section section,
      MfaDevice before,
      @Nullable String after) {
    for (Setting setting : section.settings().values()) {
      if (KEYS.contains(setting.name()) && setting.value().equals(before.serialNumber())) {
        Place place = place(files, setting.origin().kind(), section.name());
        Changed changed = new Changed(place, setting.name(), before.serialNumber(), after);
        if (!changes.contains(changed)) {
          changes.add(changed);
        }
      }
    }
  }

  private List<Changed> write(List<Changed> changes) {
    Map<String, List<Changed>> files = new LinkedHashMap<>();
    for (Changed changed : changes) {
      files.computeIfAbsent(changed.place().file(), file -> new ArrayList<>()).add(changed);
    }
    List<Changed> written = new ArrayList<>();
    files.forEach((file, ofFile) -> {
      if (write(file, ofFile)) {
        written.addAll(ofFile);
      }
    });
    return written;
  }

  private boolean write(String file, List<Changed> changes) {
    FileKind kind = changes.get(0).place().kind();
    try {
      edits.change(kind, file, command, changes.stream().map(Changed::change).toList());
      return true;
    } catch (FailureException e) {
      notes.accept(e.failure().message());
      return false;
    }
  }

  /** Where to name the device of a profile; null if no file has its keys. */
  private static @Nullable Place place(PlannedProfile profile) {
    SessionPlan plan = profile.plan();
    String keys = plan.base().profile();
    if (keys == null) {
      return null;
    }
    return switch (plan.layout()) {
      case LONG_TERM_SUFFIX -> place(profile.files(), FileKind.CREDENTIALS, keys);
      case DEFAULT_SUFFIX -> place(profile.files(), FileKind.CREDENTIALS, plan.profile());
      case ROLE, SOURCE_PROFILE, PLAIN, NONE -> place(profile.files(), FileKind.CONFIG, keys);
    };
  }

  private static String key(SessionPlan plan) {
    return switch (plan.layout()) {
      case LONG_TERM_SUFFIX -> "aws_mfa_device";
      case DEFAULT_SUFFIX -> "aws_arn_mfa";
      case ROLE, SOURCE_PROFILE, PLAIN, NONE -> "mfa_serial";
    };
  }

  private static Place place(AwsConfiguration files, FileKind kind, String profile) {
    String file = kind == FileKind.CONFIG ? files.configFile() : files.credentialsFile();
    return new Place(kind, file, new SettingName("profile", profile, "").section(kind));
  }
}
