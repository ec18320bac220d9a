package io.github.untilfixed.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One line of the journal. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "record")
@JsonSubTypes({
    @JsonSubTypes.Type(value = RunRecord.class, name = "run"),
    @JsonSubTypes.Type(value = TestRecord.class, name = "test"),
    @JsonSubTypes.Type(value = ObservationRecord.class, name = "observation"),
    @JsonSubTypes.Type(value = EndRecord.class, name = "end")
})
public sealed interface JournalRecord permits RunRecord, TestRecord, ObservationRecord, EndRecord {}
