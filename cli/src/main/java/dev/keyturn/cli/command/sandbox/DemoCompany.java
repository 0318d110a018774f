package dev.keyturn.cli.command.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The facts about the sandbox that the tour needs: its address, and the keys and device of its
 * first user, alice.
 *
 * @param url its URL
 * @param account the account's id
 * @param accessKeyId alice's access key id
 * @param secretAccessKey alice's secret access key, made for this run
 * @param device her device's serial number
 * @param seed its seed, made for this run
 */
record DemoCompany(
    String url,
    String account,
    String accessKeyId,
    String secretAccessKey,
    String device,
    String seed) {

  private static final String ALICE = "/State/Accounts/Users/";

  /** Reads the line that the sandbox prints when it is ready. */
  static DemoCompany of(String ready) {
    Map<String, String> first = firstTexts(ready);
    return new DemoCompany(
        first.getOrDefault("/Url", ""),
        first.getOrDefault("/State/Accounts/AccountId", ""),
        first.getOrDefault(ALICE + "AccessKeys/AccessKeyId", ""),
        first.getOrDefault(ALICE + "AccessKeys/SecretAccessKey", ""),
        first.getOrDefault(ALICE + "MFADevices/SerialNumber", ""),
        first.getOrDefault(ALICE + "MFADevices/Seed", ""));
  }

  /** The first text at each path of names; for a list, that of its first element. */
  private static Map<String, String> firstTexts(String json) {
    Map<String, String> texts = new HashMap<>();
    Deque<String> path = new ArrayDeque<>();
    path.push("");
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        switch (token) {
          case START_OBJECT, START_ARRAY -> path.push(path(path.peek(), parser));
          case END_OBJECT, END_ARRAY -> path.pop();
          case VALUE_STRING -> texts.putIfAbsent(path(path.peek(), parser), parser.getString());
          default -> {
            // Numbers and other types are not needed here.
          }
        }
      }
    }
    return texts;
  }

  private static String path(String parent, JsonParser parser) {
    String name = parser.currentName();
    return name == null ? parent : parent + "/" + name;
  }

  @Override
  public String toString() {
    return "DemoCompany[" + url + "]";
  }
}
