package dev.keyturn.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keyturn.sandbox.TestClient.Answer;
import dev.keyturn.sandbox.json.Json;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** 200 clients at once: nothing is lost, and what may happen once happens once. */
class ConcurrencyTest {
  private static final int CLIENTS = 200;
  private static final String DEVICE = "arn:aws:iam::123456789012:mfa/boss";

  private final TestSandbox sandbox =
      TestSandbox.start(
          """
          {"Accounts":[{"AccountId":"123456789012","Buckets":[{"Name":"attic"}],"Users":[
            {"UserName":"boss","MFADevices":[{}],"Policies":[{"PolicyName":"all","PolicyDocument":
              {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}}]},
            {"UserName":"bob","AccessKeys":[]}]}]}
          """);
  private final TestClient boss = sandbox.as("boss");
  private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);

  @AfterEach
  void stop() {
    threads.shutdownNow();
    sandbox.close();
  }

  @Test
  void no_update_is_lost() throws Exception {
    assertThat(outcomes(i -> boss.call("CreateUser", "UserName", "u" + i)))
        .containsOnly("200")
        .hasSize(CLIENTS);
    assertThat(outcomes(i -> boss.s3("PUT", "/attic/key" + i, "", "body" + i))).containsOnly("200");
    assertThat(boss.call("ListUsers", "MaxItems", "1000").body().split("<UserName>", -1))
        .hasSize(CLIENTS + 3);
    assertThat(boss.s3("GET", "/attic", "list-type=2", "").text("KeyCount")).isEqualTo("200");
    assertThat(outcomes(i -> boss.call("DeleteUser", "UserName", "u" + i))).containsOnly("200");
  }

  @Test
  void a_code_is_accepted_once() throws Exception {
    String code = sandbox.code(DEVICE);
    List<String> outcomes =
        outcomes(i -> boss.call("GetSessionToken", "SerialNumber", DEVICE, "TokenCode", code));
    assertThat(Collections.frequency(outcomes, "200")).isEqualTo(1);
    assertThat(outcomes)
        .containsOnly(
            "200",
            "403 AccessDenied: MultiFactorAuthentication failed with invalid MFA one time pass"
                + " code. ");
  }

  @Test
  void a_quota_is_enforced() throws Exception {
    List<String> outcomes = outcomes(i -> boss.call("CreateAccessKey", "UserName", "bob"));
    assertThat(Collections.frequency(outcomes, "200")).isEqualTo(2);
    assertThat(outcomes)
        .containsOnly("200", "409 LimitExceeded: Cannot exceed quota for AccessKeysPerUser: 2");
  }

  @Test
  void a_fault_is_met_as_often_as_it_was_asked_for() throws Exception {
    sandbox.control("{\"Faults\":[{\"Kind\":\"throttle\",\"Times\":50}]}");
    List<String> outcomes = outcomes(i -> boss.call("GetCallerIdentity"));
    assertThat(Collections.frequency(outcomes, "200")).isEqualTo(CLIENTS - 50);
  }

  @Test
  void every_request_is_counted_and_every_session_its_own() throws Exception {
    List<Answer> answers = all(i -> boss.call("GetSessionToken"));
    assertThat(answers.stream().map(answer -> answer.text("AccessKeyId")).distinct())
        .hasSize(CLIENTS);
    assertThat(sandbox.control("{}").get("Requests"))
        .isEqualTo(Json.parse("{\"GetSessionToken\":" + CLIENTS + "}"));
    assertThat(sandbox.log().lines().filter(line -> line.contains("GetSessionToken")))
        .hasSize(CLIENTS);
  }

  private List<String> outcomes(IntFunction<Answer> call) throws Exception {
    return all(call).stream().map(Answer::outcome).toList();
  }

  /** What the clients are answered that all call at the same time. */
  private List<Answer> all(IntFunction<Answer> call) throws Exception {
    CountDownLatch start = new CountDownLatch(CLIENTS);
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      int client = i;
      calls.add(() -> {
        start.countDown();
        start.await();
        return call.apply(client);
      });
    }
    List<Answer> answers = new ArrayList<>();
    for (Future<Answer> answer : threads.invokeAll(calls)) {
      answers.add(answer.get());
    }
    return answers;
  }
}
