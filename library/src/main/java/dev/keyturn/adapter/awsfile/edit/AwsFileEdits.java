package dev.keyturn.adapter.awsfile.edit;

import dev.keyturn.adapter.awsfile.edit.AwsFileEdit.Edited;
import dev.keyturn.adapter.awsfile.read.AwsFileReader;
import dev.keyturn.adapter.awsfile.read.AwsFileReader.Encoding;
import dev.keyturn.adapter.awsfile.read.FileLocations;
import dev.keyturn.adapter.awsfile.text.AwsFile;
import dev.keyturn.adapter.awsfile.text.SectionName;
import dev.keyturn.adapter.file.LockedFile;
import dev.keyturn.domain.edit.ChangedSetting;
import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.edit.EditPreview;
import dev.keyturn.domain.edit.FileEdits;
import dev.keyturn.domain.edit.Place;
import dev.keyturn.domain.lock.Locks;
import dev.keyturn.domain.profile.file.FileKind;
import dev.keyturn.domain.profile.file.ProfileFiles.Change;
import dev.keyturn.domain.profile.file.Section;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Edits of AWS files that a person requested and the journal records. Thread-safe. */
public final class AwsFileEdits implements FileEdits {

  private final FileLocations locations;
  private final Locks locks;
  private final EditJournal journal;

  /**
   * For the files at {@code locations}; touches nothing yet.
   *
   * @param locks the locks under which they are changed
   */
  public AwsFileEdits(FileLocations locations, Locks locks, EditJournal journal) {
    this.locations = locations;
    this.locks = locks;
    this.journal = journal;
  }

  @Override
  public Optional<Section> section(Place place) {
    AwsFile file = AwsFile.of(LockedFile.read(locations.named(place.file())));
    return EditableSection.find(
            file, place.kind(), place.file(), SectionName.parse(place.kind(), place.section()))
        .effective()
        .read(file, place);
  }

  @Override
  public void change(FileKind kind, String file, String command, List<Change> changes) {
    try (LockedFile locked = LockedFile.lock(locations.named(file), locks)) {
      JournaledFile journaled = new JournaledFile(locked, kind, journal);
      Edited edited = AwsFileEdit.make(journaled.file(), kind, file, changes);
      List<ChangedSetting> settings = changes.stream().map(ChangedSetting::of).toList();
      journaled.replace(edited, command, settings);
    }
  }

  @Override
  public EditPreview preview(Map<FileKind, List<Change>> changes) {
    List<EditPreview.File> changed = new ArrayList<>();
    AwsFileReader.Contents config = preview(FileKind.CONFIG, changes, changed);
    AwsFileReader.Contents credentials = preview(FileKind.CREDENTIALS, changes, changed);
    return new EditPreview(
        AwsFiles.configuration(locations, config, credentials), List.copyOf(changed));
  }

  private AwsFileReader.Contents preview(
      FileKind kind, Map<FileKind, List<Change>> changes, List<EditPreview.File> changed) {
    String path = locations.of(kind).toString();
    AwsFile before = AwsFile.of(LockedFile.read(locations.of(kind)));
    AwsFile after = AwsFileEdit.apply(before, kind, path, changes.getOrDefault(kind, List.of()));
    if (!Arrays.equals(before.bytes(), after.bytes())) {
      changed.add(new EditPreview.File(path, text(before), text(after)));
    }
    return AwsFileReader.read(after, kind, path, Encoding.LENIENT);
  }

  private static String text(AwsFile file) {
    return new String(file.bytes(), StandardCharsets.UTF_8);
  }
}
