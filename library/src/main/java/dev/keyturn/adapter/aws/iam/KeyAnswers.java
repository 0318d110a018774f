package dev.keyturn.adapter.aws.iam;

import dev.keyturn.adapter.aws.Answer;
import dev.keyturn.domain.credential.AccessKey;
import dev.keyturn.domain.credential.Secret;
import dev.keyturn.domain.iam.KeyStatus;
import dev.keyturn.domain.iam.UserKey;

/** Access keys in the answers of IAM. */
final class KeyAnswers {

  private KeyAnswers() {}

  static UserKey key(Answer item) {
    return new UserKey(item.text("AccessKeyId"), status(item), item.time("CreateDate"));
  }

  static AccessKey created(Answer answer) {
    return new AccessKey(answer.text("AccessKeyId"), Secret.of(answer.text("SecretAccessKey")));
  }

  static KeyStatus status(Answer item) {
    return switch (item.text("Status")) {
      case "Active" -> KeyStatus.ACTIVE;
      case "Inactive" -> KeyStatus.INACTIVE;
      case "Expired" -> KeyStatus.EXPIRED;
      default -> throw item.fault("its Status is unknown");
    };
  }
}
