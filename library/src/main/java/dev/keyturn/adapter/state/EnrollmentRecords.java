package dev.keyturn.adapter.state;

import dev.keyturn.domain.iam.device.EnrollmentJournal;
import dev.keyturn.domain.iam.device.UnfinishedEnrollment;
import dev.keyturn.domain.iam.device.UnfinishedEnrollment.Stage;
import dev.keyturn.domain.mfa.MfaDevice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Unfinished enrollments, as one record for each user. */
public final class EnrollmentRecords implements EnrollmentJournal {

  private static final String ENROLLMENTS = "enrollments";

  private final Records records;

  /** Kept in {@code records}. */
  public EnrollmentRecords(Records records) {
    this.records = records;
  }

  @Override
  public Optional<UnfinishedEnrollment> find(String user) {
    return records.read(ENROLLMENTS, user).flatMap(fields -> enrollment(user, fields));
  }

  /** A record that is incomplete counts as missing, as one of a later version does. */
  private static Optional<UnfinishedEnrollment> enrollment(
      String user, Map<String, String> fields) {
    MfaDevice device = device(fields.get("device"));
    String stage = fields.getOrDefault("stage", "");
    for (Stage known : Stage.values()) {
      if (device != null && known.name().equals(stage)) {
        MfaDevice replaced = device(fields.get("replaced"));
        return Optional.of(new UnfinishedEnrollment(user, device, known, replaced));
      }
    }
    return Optional.empty();
  }

  private static @Nullable MfaDevice device(@Nullable String serialNumber) {
    return serialNumber == null ? null : new MfaDevice(serialNumber);
  }

  @Override
  public void note(UnfinishedEnrollment enrollment) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("device", enrollment.device().serialNumber());
    fields.put("stage", enrollment.stage().name());
    MfaDevice replaced = enrollment.replaced();
    if (replaced != null) {
      fields.put("replaced", replaced.serialNumber());
    }
    records.write(ENROLLMENTS, enrollment.user(), fields);
  }

  @Override
  public void forget(String user) {
    records.remove(ENROLLMENTS, user);
  }
}
