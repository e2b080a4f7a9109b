package com.crmres.common.task;

/// Says that a task is done.
///
/// @param proof how one can see it, for example the number of the void receipt
public record DoneTaskRequest(String proof) {}
