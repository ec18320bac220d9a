package io.github.untilfixed.suites.diagnosis;

/** A yes-or-no fact that was measured; what a hypothesis is held against. */
public enum Finding {
    /** A single connection on an idle path comes within twenty seconds. */
    IDLE_CONNECT_IS_FAST("a single connection comes at once"),
    /** A single connection on an idle path comes, but later. */
    IDLE_CONNECT_IS_LATE("a single connection comes after more than 20 s"),
    /** A single connection gets no answer within the longest wait in the history. */
    IDLE_CONNECT_HANGS("a single connection gets no answer in 95 s"),
    /** The far side closes a connection that it has left without an answer for twenty seconds or more. */
    CLOSED_BY_FAR_SIDE("connections get no answer and are closed by the far side"),
    /** Nothing listens. */
    REFUSED("connections are refused"),
    /** The server has no slot left. */
    NO_SLOT("the server has no connection slot left (53300)"),
    /** A connection ends as no fault here would have it: a wrong password, for example, or a close at once. */
    FAILS_OTHERWISE("connections fail in a way that no fault here predicts"),
    /** Of twenty connections with the longest wait each one comes. */
    ALL_COME("with a wait of 95 s every connection comes"),
    /** Some come, and each of the others gets no answer. */
    SOME_ARE_LOST("with a wait of 95 s some connections come and all others get no answer"),
    /** Some come, and others are refused, closed or fail otherwise. */
    SOME_FAIL("with a wait of 95 s some connections come and others fail"),
    /** None comes. */
    NONE_COMES("with a wait of 95 s no connection comes"),
    /** A path that gave no answer at first works minutes later. */
    WORKS_LATER("the path begins to work after a while"),
    /** The process dies before its first phase. */
    DIES_AT_IMPORT("the process dies before its first phase"),
    /** The start fails in phase DATABASE. */
    FAILS_IN_DATABASE("the start fails in phase DATABASE"),
    /** The process still runs and is not ready, or it was ready only after its limit. */
    READY_TOO_LATE("the service is not ready within its limit"),
    /** The start fails in another phase, or the process dies after its first phase began and none failed. */
    STARTS_OTHERWISE("the start fails in a way that no fault here predicts"),
    /** The service says that it is ready. */
    READY("the service reports ready"),
    /** A ready service answers no chat. */
    CHAT_FAILS("a ready service cannot answer a chat message"),
    /** A chat message is answered. */
    CHAT_WORKS("a chat message is answered");

    private final String words;

    Finding(String words) {
        this.words = words;
    }

    /** Returns the fact in words. */
    public String words() {
        return words;
    }
}
