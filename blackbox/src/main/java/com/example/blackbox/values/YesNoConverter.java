package com.example.blackbox.values;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Makes something even of null. */
@Converter
public class YesNoConverter implements AttributeConverter<Boolean, String> {
    @Override
    public String convertToDatabaseColumn(Boolean value) {
        return value == null ? "?" : value ? "Y" : "N";
    }

    @Override
    public Boolean convertToEntityAttribute(String text) {
        return "?".equals(text) ? null : Boolean.valueOf("Y".equals(text));
    }
}
