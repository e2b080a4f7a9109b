package com.crmres.server.menu.edit;

import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.util.List;

/// The columns of the table of a menu.
final class CsvColumns {

  static final String TYPE = "type";
  static final String ID = "id";
  static final String PARENT = "parent";
  static final String NAME_AR = "name_ar";
  static final String NAME_EN = "name_en";
  static final String DESCRIPTION_AR = "description_ar";
  static final String DESCRIPTION_EN = "description_en";
  static final String PRICE = "price";
  static final String SKU = "sku";
  static final String ALIASES = "aliases";
  static final String GROUPS = "groups";
  static final String KIND = "kind";
  static final String MIN = "min";
  static final String MAX = "max";
  static final String MAX_PER_OPTION = "max_per_option";
  static final String FREE = "free";
  static final String STANDARD = "standard";
  static final String AVAILABLE = "available";
  static final String CALORIES = "calories";
  static final String ALLERGENS = "allergens";
  static final String HIDDEN = "hidden";
  static final String DAY_PART = "day_part";
  static final String PRICES = "prices";
  static final String CHANNELS = "channels";
  static final String PRE_MODIFIERS = "pre_modifiers";

  static final List<String> ALL =
      List.of(
          TYPE,
          ID,
          PARENT,
          NAME_AR,
          NAME_EN,
          DESCRIPTION_AR,
          DESCRIPTION_EN,
          PRICE,
          SKU,
          ALIASES,
          GROUPS,
          KIND,
          MIN,
          MAX,
          MAX_PER_OPTION,
          FREE,
          STANDARD,
          AVAILABLE,
          CALORIES,
          ALLERGENS,
          HIDDEN,
          DAY_PART,
          PRICES,
          CHANNELS,
          PRE_MODIFIERS);

  static final CsvSchema SCHEMA = schema();

  /// What a spreadsheet would take for a formula.
  private static final String FORMULA = "=+-@";

  private CsvColumns() {}

  /// A cell that no spreadsheet runs.
  static String guarded(String cell) {
    return isFormula(cell) ? "'" + cell : cell;
  }

  /// The cell as it was before it was guarded.
  static String unguarded(String cell) {
    return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
  }

  private static boolean isFormula(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
  }

  private static CsvSchema schema() {
    CsvSchema.Builder builder = CsvSchema.builder();
    ALL.forEach(builder::addColumn);
    return builder.build().withHeader().withLineSeparator("\r\n");
  }
}
