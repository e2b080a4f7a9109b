package com.crmres.simulator.demo;

import java.util.List;

/// What the server has stored, held against what the outside saw.
///
/// @param sent messages of customers that were sent and answered 200
/// @param stored of these, how many the server shows in its conversations
/// @param answered of these, how many are followed by an answer or wait in the hands of staff
/// @param doubled messages of ours that went out more than once
/// @param placed orders of the evening's customers
/// @param accepted of these, how many staff accepted
/// @param told of these, how many customers were told
/// @param missing everything that is not as it should be, in words
record Account(
    int sent,
    int stored,
    int answered,
    int doubled,
    int placed,
    int accepted,
    int told,
    List<String> missing) {

  Account {
    missing = List.copyOf(missing);
  }

  boolean isBalanced() {
    return missing.isEmpty();
  }
}
