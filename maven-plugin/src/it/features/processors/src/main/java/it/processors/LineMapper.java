package it.processors;

import org.mapstruct.Mapper;
import org.mapstruct.Mapping;
import org.mapstruct.factory.Mappers;

@Mapper
interface LineMapper {
  LineMapper INSTANCE = Mappers.getMapper(LineMapper.class);

  @Mapping(target = "name", source = "item")
  @Mapping(target = "total", expression = "java(order.getPieces() * order.getPrice())")
  Line line(Order order);
}
