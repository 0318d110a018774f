package dev.keyturn.domain.iam.key;

import dev.keyturn.domain.edit.EditJournal;
import dev.keyturn.domain.iam.AccessKeyService;
import dev.keyturn.domain.iam.Fuse;
import dev.keyturn.domain.iam.IamHome;
import dev.keyturn.domain.iam.LastUse;
import dev.keyturn.domain.iam.LocalAws;
import dev.keyturn.domain.iam.Phone;
import dev.keyturn.domain.iam.UserCalls;
import dev.keyturn.domain.iam.UserKey;
import dev.keyturn.domain.iam.key.KeyRotation.Request;
import dev.keyturn.domain.iam.key.KeyRotation.Rotated;
import dev.keyturn.domain.profile.file.ProfileFiles;
import dev.keyturn.domain.session.make.TokenService;
import dev.keyturn.domain.session.store.SessionStore;
import dev.keyturn.domain.store.SecretStore;
import dev.keyturn.domain.store.StorePlace;
import dev.keyturn.domain.store.move.KeyDeposit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user, alice, with an access key to rotate. */
final class RotationHome {

  static final String OLD = "AKIAIOSFODNN7EXAMPLE";
  static final String OLD_SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  static final Request PLAIN = request(false, false, null);

  final LocalAws aws;
  final IamHome home;
  final Phone phone;
  final Person person = new Person();

  /** Answers what a rotation asks. */
  static final class Person implements RotationDialog {
    boolean makesRoom;
    boolean deletes;
    final List<String> shown = new ArrayList<>();

    @Override
    public boolean mayMakeRoom(UserKey key, @Nullable LastUse use) {
      shown.add(key.id() + " " + key.status() + " " + use);
      return makesRoom;
    }

    @Override
    public boolean mayDelete(String accessKeyId) {
      return deletes;
    }

    @Override
    public void waitsForAws(Duration since) {
      shown.add("waits for AWS");
    }

    @Override
    public void waitsForPrograms(Duration pause) {}

    @Override
    public void waitsNoMore() {}
  }

  RotationHome(Path folder, LocalAws aws) {
    this.aws = aws;
    home = new IamHome(folder, aws);
    phone = new Phone(aws);
  }

  /** By a person who agrees to every move. */
  static Request request(boolean delete, boolean dropSessions, @Nullable StorePlace to) {
    KeyDeletion deletion = delete ? KeyDeletion.ALWAYS : KeyDeletion.IF_CONFIRMED;
    return new Request(deletion, dropSessions, to, (key, place, lines) -> true);
  }

  /** As a process of its own does it. */
  Rotated rotate(Request request, Fuse fuse) {
    AccessKeyService iam = fuse.guard(AccessKeyService.class, home.iam);
    RotationJournal journal = fuse.guard(RotationJournal.class, home.rotations);
    RotationDialog dialog = fuse.guard(RotationDialog.class, person);
    ProfileFiles files = fuse.guard(ProfileFiles.class, home.files);
    KeyDeposit deposit =
        new KeyDeposit(place -> fuse.guard(SecretStore.class, home.stores.at(place)));
    return new KeyRotation(
            new KeyPlaces(files),
            new KeyCreation(iam, deposit, journal, dialog, aws.clock(), home.notes::add),
            new Propagation(
                fuse.guard(TokenService.class, home.tokens), iam, aws.clock(), aws::pass),
            new KeyReplacement(
                new KeyExchange(files, profile -> "keyturn credential-process " + profile),
                deposit,
                new SessionTransfer(fuse.guard(SessionStore.class, home.store), home.memory),
                fuse.guard(EditJournal.class, home.journal)),
            new KeyRetirement(iam, dialog, aws::pass),
            journal,
            home.locks,
            dialog,
            home.notes::add)
        .rotate(alice(), request)
        .orElseThrow();
  }

  UserCalls alice() {
    return home.user("alice", phone);
  }

  /** The ids and states of the keys that alice has. */
  List<String> keys() {
    return alice().call(home.iam::list).stream().map(key -> key.id() + " " + key.status()).toList();
  }
}
